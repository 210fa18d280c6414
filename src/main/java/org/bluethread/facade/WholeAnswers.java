package org.bluethread.facade;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * Sends answers that are whole before the first byte leaves with their length and in one piece, not
 * in chunks that are each written to the network for themselves.
 */
final class WholeAnswers {
  /**
   * What is longer goes in chunks: a thread keeps a buffer as long as the longest piece it sent.
   */
  private static final int MOST_BYTES = 256 * 1024;

  private WholeAnswers() {}

  static void register(RoutesConfig routes) {
    routes.after(WholeAnswers::send);
  }

  private static void send(Context ctx) throws IOException {
    if (ctx.resultInputStream() instanceof ByteArrayInputStream in
        && in.available() > 0
        && in.available() <= MOST_BYTES) {
      byte[] whole = in.readAllBytes();
      HttpServletResponse response = ctx.res();
      response.setContentLength(whole.length);
      response.setBufferSize(Math.max(response.getBufferSize(), whole.length));
      response.getOutputStream().write(whole);
    }
  }
}
