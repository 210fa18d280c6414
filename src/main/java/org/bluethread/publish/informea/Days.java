package org.bluethread.publish.informea;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * Days that the graph gives. A year or a month is not a day: nothing is made of it. A day is its
 * beginning in UTC, as InforMEA has all times in UTC.
 */
final class Days {
  private static final Node START = schema("startDate");
  private static final Node END = schema("endDate");

  private Days() {}

  private static Node schema(String name) {
    return NodeFactory.createURI("https://schema.org/" + name);
  }

  /** The first day of something; the earliest if several are stated. */
  static Optional<Instant> start(Reading reading, Node thing) {
    return earliest(reading, thing, START);
  }

  /** The last day of something; that of the start if it lasts one. */
  static Optional<Instant> end(Reading reading, Node thing) {
    return reading.objects(thing, END).stream()
        .flatMap(one -> day(one).stream())
        .max(Instant::compareTo);
  }

  /** The earliest day that a property gives. */
  static Optional<Instant> earliest(Reading reading, Node thing, Node property) {
    return reading.objects(thing, property).stream()
        .flatMap(one -> day(one).stream())
        .min(Instant::compareTo);
  }

  private static Optional<Instant> day(Node literal) {
    if (!literal.isLiteral()) {
      return Optional.empty();
    }
    String text = literal.getLiteralLexicalForm();
    try {
      if (XSDDatatype.XSDdate.equals(literal.getLiteralDatatype())) {
        return Optional.of(LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
      }
      if (XSDDatatype.XSDdateTime.equals(literal.getLiteralDatatype())) {
        return Optional.of(OffsetDateTime.parse(text).toInstant());
      }
      return Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty(); // A time without zone, or a year of five digits: no known day.
    }
  }
}
