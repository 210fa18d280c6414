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
import org.junit.jupiter.api.Test;

/** Answers that are whole before they are sent say how long they are. */
final class WholeAnswersTest {
  private static final String LONG = "queries";
  private static final int BUFFER = 32 * 1024;

  private static HttpResponse<byte[]> bytes(HttpRequest.Builder request) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          request.header("Accept", "application/json").build(), BodyHandlers.ofByteArray());
    }
  }

  @Test
  void aLongAnswerHasItsLengthAndIsNotInChunks() throws Exception {
    try (TestServer server = TestServer.start()) {
      HttpResponse<byte[]> answer = bytes(server.request(LONG));
      int length = answer.body().length;
      assertThat(length).isGreaterThan(BUFFER);
      assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(length);
      assertThat(answer.headers().firstValue("Transfer-Encoding")).isEmpty();

      HttpResponse<byte[]> head = bytes(server.request(LONG).HEAD());
      assertThat(head.body()).isEmpty();
      assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(length);
    }
  }

  @Test
  void packedItIsTheSame() throws Exception {
    try (TestServer server = TestServer.start()) {
      HttpResponse<byte[]> packed = bytes(server.request(LONG).header("Accept-Encoding", "gzip"));
      assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
      assertThat(unpacked(packed.body())).isEqualTo(bytes(server.request(LONG)).body());
    }
  }

  private static byte[] unpacked(byte[] packed) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return in.readAllBytes();
    }
  }
}
