package org.bluethread.endpoint;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.jena.fuseki.Fuseki;
import org.apache.jena.web.HttpSC;

/**
 * A response that keeps Fuseki's errors for the caller instead of sending them: from an error
 * status on, what is written is kept as the message.
 */
final class QueryResponse extends HttpServletResponseWrapper {
  private static final int FIRST_ERROR = 400;

  private final Message message = new Message();
  private int failure;
  private final Duration timeout;
  private Answer answer;

  /**
   * @param timeout how long the query may take at the most
   */
  QueryResponse(HttpServletResponse response, Duration timeout) {
    super(response);
    this.timeout = timeout;
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
  public void setHeader(String name, String value) {
    if (isDue(name)) {
      super.setHeader(name, value);
    }
  }

  @Override
  public void addHeader(String name, String value) {
    if (isDue(name)) {
      super.addHeader(name, value);
    }
  }

  /**
   * The headers of an error are the caller's to set, and Fuseki's own number means nothing here.
   */
  private boolean isDue(String header) {
    return failure == 0 && !header.equals(Fuseki.FusekiRequestIdHeader);
  }

  @Override
  public void setContentType(String type) {
    if (failure == 0) {
      super.setContentType(type);
    }
  }

  @Override
  public void setCharacterEncoding(String encoding) {
    if (failure == 0) {
      super.setCharacterEncoding(encoding);
    }
  }

  @Override
  public void setContentLength(int length) {
    if (failure == 0) {
      super.setContentLength(length);
    }
  }

  @Override
  public void setContentLengthLong(long length) {
    if (failure == 0) {
      super.setContentLengthLong(length);
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

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    if (failure != 0) {
      return message;
    }
    if (answer == null) {
      answer = new Answer(super.getOutputStream());
    }
    return answer;
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    return failure == 0
        ? super.getWriter()
        : new PrintWriter(message, true, StandardCharsets.UTF_8);
  }

  /**
   * @param complete whether the answer has been written to its end
   * @throws QueryFailedException if Fuseki reported an error before the answer began
   * @throws BrokenAnswerException if it did so afterwards
   */
  void throwUnlessComplete(boolean complete) {
    if (failure == 0 && complete) {
      return;
    }
    if (failure == 0) {
      failure = HttpSC.INTERNAL_SERVER_ERROR_500;
    }
    String text = message.isEmpty() ? HttpSC.getMessage(failure) : message.text();
    if (isCommitted()) {
      throw new BrokenAnswerException(text);
    }
    resetBuffer();
    // Fuseki reports a query that was cancelled after its first row as a bad request, wordlessly.
    boolean cancelled = answer != null && message.isEmpty() && failure == HttpSC.BAD_REQUEST_400;
    if (cancelled || failure == HttpSC.SERVICE_UNAVAILABLE_503) {
      throw new QueryFailedException(
          HttpSC.SERVICE_UNAVAILABLE_503,
          "The query was stopped by its time limit. The most a query gets here is "
              + timeout.toMillis() / 1000.0
              + " seconds.");
    }
    throw new QueryFailedException(failure, text);
  }

  /** The answer; what comes after a failure, when Fuseki still has the stream, is dropped. */
  private final class Answer extends ServletOutputStream {
    private final ServletOutputStream out;

    Answer(ServletOutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      if (failure == 0) {
        out.write(b);
      }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (failure == 0) {
        out.write(bytes, offset, length);
      }
    }

    @Override
    public void flush() {
      // Writers flush when they fail, too. What fits into the buffer leaves with the end.
    }

    @Override
    public void close() {
      // The end of the request closes the stream, if the answer is complete.
    }

    @Override
    public boolean isReady() {
      return out.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      out.setWriteListener(listener);
    }
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
