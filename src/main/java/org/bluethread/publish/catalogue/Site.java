package org.bluethread.publish.catalogue;

/**
 * The addresses of the server that answers. What is described keeps its canonical IRI wherever it
 * is served; where to get it is here.
 *
 * @param root scheme and host, without a slash at the end
 */
public record Site(String root) {
  /** The address of a path that begins with a slash. */
  public String at(String path) {
    return root + path;
  }

  /** The SPARQL endpoint. */
  public String sparql() {
    return at("/sparql");
  }
}
