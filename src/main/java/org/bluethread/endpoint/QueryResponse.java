package org.bluethread.endpoint;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.apache.jena.web.HttpSC;

/** A response that keeps Fuseki's errors for the caller instead of sending them. */
final class QueryResponse extends HttpServletResponseWrapper {
  private int failure;
  private String message = "";

  QueryResponse(HttpServletResponse response) {
    super(response);
  }

  @Override
  public void sendError(int status) {
    sendError(status, HttpSC.getMessage(status));
  }

  @Override
  public void sendError(int status, String text) {
    failure = status;
    message = text == null ? HttpSC.getMessage(status) : text;
  }

  void throwIfFailed() {
    if (failure == 0) {
      return;
    }
    if (isCommitted()) {
      throw new BrokenAnswerException(message);
    }
    reset();
    throw new QueryFailedException(failure, message);
  }
}
