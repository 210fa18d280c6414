package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import org.bluethread.support.TestServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses of this server in its answers, behind a proxy that ends TLS. */
final class BehindAProxyTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "sparql",
        "feed",
        "sitemap.xml",
        "robots.txt",
        "catalog",
        ".well-known/void",
        "reconcile",
        "informea.svc"
      })
  void areThoseThatTheProxyIsAskedAt(String path) {
    try (TestServer server = TestServer.start()) {
      server.write(
          "GRAPH <http://example.org/g> { <http://example.org/a> <http://example.org/p> 1 }");
      String plain = server.address("").toString();
      String secure = plain.replaceFirst("^http:", "https:");
      HttpRequest.Builder request =
          server
              .request(path)
              .header("Accept", "text/turtle, application/xml;q=0.9, */*;q=0.1")
              .header("X-Forwarded-Proto", "https")
              .header("X-Forwarded-Host", "elsewhere.example")
              .header("Forwarded", "host=elsewhere.example;proto=http");
      assertThat(
              server.send(server.request(path).header("Accept", "text/turtle, */*;q=0.1")).body())
          .contains(plain);
      assertThat(server.send(request).body())
          .contains(secure)
          .doesNotContain(plain, "elsewhere.example");
    }
  }
}
