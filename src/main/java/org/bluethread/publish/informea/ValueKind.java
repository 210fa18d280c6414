package org.bluethread.publish.informea;

/** What values a field has. */
public enum ValueKind {
  /** A text: a {@link String}. */
  TEXT,
  /** The IRI of a thing of the graph or an address elsewhere: a {@link String}. */
  ADDRESS,
  /** A moment in UTC: an {@link java.time.Instant}. */
  TIME,
  /** A whole number: an {@link Integer}. */
  WHOLE,
  /** A number with decimals: a {@link Double}. */
  DECIMAL
}
