package org.bluethread.facade.informea;

import java.io.IOException;
import java.io.OutputStream;

/** Writes answers in one of the formats of OData 2. It has no state and closes no stream. */
public interface AnswerWriter {
  /** The media type of an answer, with its parameters. */
  String mediaType(Answer answer);

  /**
   * Writes an answer.
   *
   * @param shown how records look to the client
   * @throws IOException if the client cannot be written to
   */
  void write(OutputStream out, Answer answer, Shown shown) throws IOException;

  /**
   * Writes what is wrong with a question.
   *
   * @param code the kind of problem
   * @param message what is wrong and how to mend it
   * @throws IOException if the client cannot be written to
   */
  void error(OutputStream out, String code, String message) throws IOException;
}
