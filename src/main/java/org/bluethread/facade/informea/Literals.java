package org.bluethread.facade.informea;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Values as texts. */
final class Literals {
  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss[.SSS]").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

  private Literals() {}

  /** As in XML: a moment without zone, as {@code Edm.DateTime} has it. */
  static String plain(Object value) {
    if (value instanceof Instant time) {
      return (time.toEpochMilli() % 1000 == 0 ? SECONDS : DATE_TIME).format(time);
    }
    return value.toString();
  }

  /** The key of a record, as in addresses: identifiers have no quotation marks. */
  static String key(String id) {
    return "('" + id + "')";
  }
}
