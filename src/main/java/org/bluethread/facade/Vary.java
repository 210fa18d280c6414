package org.bluethread.facade;

/**
 * By which headers of a request an answer is chosen.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.5">RFC 9110, 12.5.5</a>
 */
final class Vary {
  /** By nothing but whether the client takes a long answer compressed. */
  static final String COMPRESSION = "Accept-Encoding";

  /** By format. Long answers are compressed for who takes it. */
  static final String FORMAT = "Accept, Accept-Encoding";

  /** By format and language. */
  static final String FORMAT_AND_LANGUAGE = "Accept, Accept-Language, Accept-Encoding";

  private Vary() {}
}
