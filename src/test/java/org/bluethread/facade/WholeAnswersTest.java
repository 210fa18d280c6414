package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.zip.GZIPInputStream;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Answers that are whole before they are sent say how long they are. */
final class WholeAnswersTest {
  private static final String LONG = "queries";
  private static final int BUFFER = 32 * 1024;

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    CLIENT.shutdownNow();
    server.close();
  }

  private static HttpResponse<byte[]> bytes(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static HttpRequest.Builder request() {
    return server.request(LONG).header("Accept", "application/json");
  }

  @Test
  void aLongAnswerHasItsLengthAndIsNotInChunks() throws Exception {
    HttpResponse<byte[]> answer = bytes(request());
    assertThat(answer.body().length).isGreaterThan(BUFFER);
    assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(answer.body().length);
    assertThat(answer.headers().firstValue("Transfer-Encoding")).isEmpty();

    HttpResponse<byte[]> head = bytes(request().HEAD());
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(answer.body().length);
  }

  @Test
  void packedItIsTheSame() throws Exception {
    HttpResponse<byte[]> packed = bytes(request().header("Accept-Encoding", "gzip"));
    assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(unpacked(packed.body())).isEqualTo(bytes(request()).body());
  }

  private static byte[] unpacked(byte[] packed) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return in.readAllBytes();
    }
  }
}
