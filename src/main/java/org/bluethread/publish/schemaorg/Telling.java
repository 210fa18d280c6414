package org.bluethread.publish.schemaorg;

import java.util.function.UnaryOperator;

/**
 * How things are told of in one language, by one server.
 *
 * @param language the language that names and texts are wanted in
 * @param page the address of the page of a thing, by its IRI; the IRI itself if it has none
 * @param summary what is said of a thing that the graph does not describe in a sentence
 */
public record Telling(String language, UnaryOperator<String> page, Summary summary) {

  /** Says what a page has, of a thing that the graph does not describe in a sentence. */
  @FunctionalInterface
  public interface Summary {
    /**
     * A true sentence of fifty characters at the least.
     *
     * @param name the name of the thing
     * @param kinds what it is
     */
    String of(String name, String kinds);
  }
}
