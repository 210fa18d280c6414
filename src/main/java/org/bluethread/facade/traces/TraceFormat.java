package org.bluethread.facade.traces;

/** The formats of a trace, the one this server prefers first. */
public enum TraceFormat {
  /** Records as JSON, which is JSON-LD too. */
  JSON("json", "application/json"),
  /** A page. */
  HTML("html", "text/html"),
  /** The same bytes under the name of what they are to readers of RDF. */
  JSON_LD("jsonld", "application/ld+json"),
  /** What the JSON-LD says, as Turtle. */
  TURTLE("ttl", "text/turtle"),
  /** A picture of the paths. */
  SVG("svg", "image/svg+xml"),
  /** A table with a row for each step and source. */
  CSV("csv", "text/csv"),
  /** For reading on a terminal. */
  TEXT("text", "text/plain"),
  /** A picture for tools that draw Mermaid's flowcharts. */
  MERMAID("mermaid", "text/vnd.mermaid");

  private final String name;
  private final String mediaType;

  TraceFormat(String name, String mediaType) {
    this.name = name;
    this.mediaType = mediaType;
  }

  /** What addresses and the command line call it. */
  public String shortName() {
    return name;
  }

  /** Its media type, without parameters. */
  public String mediaType() {
    return mediaType;
  }
}
