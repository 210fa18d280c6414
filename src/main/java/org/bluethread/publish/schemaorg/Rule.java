package org.bluethread.publish.schemaorg;

import java.util.Set;

/**
 * How a property of schema.org is filled from the graph.
 *
 * @param property its name there
 * @param way the way from the thing to the values
 * @param form what the values are written as
 * @param types the types of schema.org that have the property
 */
record Rule(String property, Way way, Form form, Set<String> types) {
  Rule {
    types = Set.copyOf(types);
  }

  /** What a value is written as; a node that cannot be written so is left out. */
  enum Form {
    /** The text of a literal, or the name of a thing. */
    TEXT,
    /** An address of the web. */
    ADDRESS,
    /** An organisation, in the same way: a State, for one, is none. */
    BODY,
    /** A thing with its type, name, page and description. */
    THING
  }
}
