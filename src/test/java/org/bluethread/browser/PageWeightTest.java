package org.bluethread.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a page weighs on its way to a reader whose line is thin. */
class PageWeightTest {
  private static final int MOST_COMPRESSED = 60_000;
  private static final int MOST_IN_ALL = 500_000;
  private static final Pattern FILE =
      Pattern.compile(" (?:src|href)=\"(/[a-z.]+\\?v=[0-9a-f.]+)\"");

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.shared();
  }

  static Stream<String> pages() {
    return EveryPageTest.PAGES.stream().filter(page -> !page.equals("sparql")); // An editor weighs.
  }

  @ParameterizedTest
  @MethodSource("pages")
  void isLight(String page) {
    HttpResponse<String> response = server.get(page, "text/html");
    assertThat(response.statusCode()).isLessThan(500);
    String html = response.body();
    List<String> files =
        FILE.matcher(html).results().map((MatchResult found) -> found.group(1)).distinct().toList();
    assertThat(files).hasSizeGreaterThan(2);
    int all = bytes(html).length;
    int critical = compressed(html);
    for (String file : files) {
      String content = server.get(file.substring(1), "*/*").body();
      all += bytes(content).length;
      if (file.startsWith("/style.css")) {
        critical += compressed(content);
      }
    }
    assertThat(critical).as("HTML and CSS, compressed").isLessThanOrEqualTo(MOST_COMPRESSED);
    assertThat(all).as("all of it").isLessThanOrEqualTo(MOST_IN_ALL);
  }

  private static int compressed(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(bytes(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.size();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
