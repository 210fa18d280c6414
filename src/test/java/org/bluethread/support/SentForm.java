package org.bluethread.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/** A form as browsers send it: in parts, the lines of its text fields ended with CR and LF. */
public final class SentForm {
  private static final String BOUNDARY = "----a-boundary-that-no-test-writes";

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  /** Adds a field. */
  public SentForm with(String name, String value) {
    part("name=\"" + name + "\"", "", value.replace("\n", "\r\n").getBytes(UTF_8));
    return this;
  }

  /** Adds a file, whose bytes stay as they are. */
  public SentForm withFile(String name, String type, byte[] bytes) {
    part("name=\"file\"; filename=\"" + name + "\"", "Content-Type: " + type + "\r\n", bytes);
    return this;
  }

  private void part(String disposition, String type, byte[] bytes) {
    String head =
        "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n" + type;
    body.writeBytes((head + "\r\n").getBytes(UTF_8));
    body.writeBytes(bytes);
    body.writeBytes("\r\n".getBytes(UTF_8));
  }

  /** Makes a request the sending of this form by a browser. */
  public HttpRequest.Builder by(HttpRequest.Builder request) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(body.toByteArray());
    whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
    return request
        .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
        .POST(BodyPublishers.ofByteArray(whole.toByteArray()));
  }
}
