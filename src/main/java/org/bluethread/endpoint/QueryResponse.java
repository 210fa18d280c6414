package org.bluethread.endpoint;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.apache.jena.web.HttpSC;

/**
 * A response that keeps Fuseki's errors for the caller instead of sending them: from an error
 * status on, what is written is kept as the message.
 */
final class QueryResponse extends HttpServletResponseWrapper {
  private static final int FIRST_ERROR = 400;

  private final Message message = new Message();
  private int failure;
  private boolean answering;

  QueryResponse(HttpServletResponse response) {
    super(response);
  }

  @Override
  public void setStatus(int status) {
    if (status >= FIRST_ERROR) {
      failure = status;
    } else {
      super.setStatus(status);
    }
  }

  @Override
  public void sendError(int status) {
    setStatus(status);
  }

  @Override
  public void sendError(int status, String text) throws IOException {
    setStatus(status);
    message.write(String.valueOf(text).getBytes(StandardCharsets.UTF_8));
  }

  /** The length of an error is not that of the answer the caller makes of it. */
  @Override
  public void setContentLength(int length) {
    setContentLengthLong(length);
  }

  @Override
  public void setContentLengthLong(long length) {
    if (failure == 0) {
      super.setContentLengthLong(length);
    }
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    if (failure != 0) {
      return message;
    }
    answering = true;
    return super.getOutputStream();
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    return failure == 0
        ? super.getWriter()
        : new PrintWriter(message, true, StandardCharsets.UTF_8);
  }

  /**
   * @throws QueryFailedException if Fuseki reported an error before the answer began
   * @throws BrokenAnswerException if it did so afterwards
   */
  void throwIfFailed() {
    if (failure == 0) {
      return;
    }
    String text = message.isEmpty() ? HttpSC.getMessage(failure) : message.text();
    if (isCommitted()) {
      throw new BrokenAnswerException(text);
    }
    resetBuffer();
    // Fuseki reports a query that was cancelled after its first row as a bad request.
    throw new QueryFailedException(answering ? HttpSC.SERVICE_UNAVAILABLE_503 : failure, text);
  }

  /** The text of an error; bounded, as it may hold the query. */
  private static final class Message extends ServletOutputStream {
    private static final int MOST_BYTES = 4096;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public void write(int b) {
      if (bytes.size() < MOST_BYTES) {
        bytes.write(b);
      }
    }

    boolean isEmpty() {
      return bytes.size() == 0;
    }

    String text() {
      return bytes.toString(StandardCharsets.UTF_8).strip();
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new IllegalStateException("Errors are written at once.");
    }
  }
}
