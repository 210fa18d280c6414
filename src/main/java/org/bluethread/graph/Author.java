package org.bluethread.graph;

/**
 * Who makes a change.
 *
 * @param name the name the commit log keeps, for example that of a token
 * @param mayRelease whether this author may change the graphs that a release ships, and the shapes
 */
public record Author(String name, boolean mayRelease) {
  /** The program itself, when it loads what a release ships. */
  public static final Author RELEASE = new Author("release", true);
}
