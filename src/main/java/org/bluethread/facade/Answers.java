package org.bluethread.facade;

import io.javalin.http.Context;
import java.util.List;

/**
 * Sends answers that are JSON and JSON-LD at once: the same bytes under either media type.
 *
 * @see org.bluethread.facade.answers.LinkedData
 */
final class Answers {
  /** The media types of such an answer, to negotiate among. */
  static final List<String> FORMATS = List.of(MediaTypes.JSON, MediaTypes.JSON_LD);

  private Answers() {}

  /**
   * Sends an answer.
   *
   * @param format the media type that was negotiated, one of {@link #FORMATS}
   * @param answer an annotated record, or a list of them
   */
  static void send(Context ctx, String format, Object answer) {
    ctx.jsonStream(answer);
    ctx.contentType(format);
  }
}
