package org.bluethread.query;

import java.util.List;

/** Finds the things that a spelling means. */
@FunctionalInterface
public interface Things {
  /**
   * The IRIs of the things of a class that a spelling may mean: none if it means nothing, one if it
   * is clear, several if it is not, best first.
   *
   * @param spelling an IRI, an IRI relative to the base, a code, a slug or whatever else users
   *     write; without white space around it and not empty
   * @param classIri the class; things of its subclasses count
   */
  List<String> find(String spelling, String classIri);
}
