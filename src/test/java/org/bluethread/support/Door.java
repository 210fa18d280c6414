package org.bluethread.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A small HTTP server of a test, which does what the test says and remembers what it was asked. */
public final class Door implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> queries = new CopyOnWriteArrayList<>();
  private final List<String> paths = new CopyOnWriteArrayList<>();

  /** Answers a request. */
  @FunctionalInterface
  public interface Answer {
    /**
     * Answers.
     *
     * @param query what a form or an address asks; empty if it is no query
     */
    void to(HttpExchange exchange, String query) throws IOException;
  }

  private Door(Answer answer) throws IOException {
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            paths.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            String query = query(exchange);
            if (!query.isEmpty()) {
              queries.add(query);
            }
            answer.to(exchange, query);
          }
        });
    server.start();
  }

  /** Opens a door at a free port of this machine. */
  public static Door that(Answer answer) {
    try {
      return new Door(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String query(HttpExchange exchange) throws IOException {
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String fields = form.isEmpty() ? exchange.getRequestURI().getRawQuery() : form;
    return Arrays.stream(String.valueOf(fields).split("&", -1))
        .filter(field -> field.startsWith("query="))
        .map(field -> URLDecoder.decode(field.substring("query=".length()), StandardCharsets.UTF_8))
        .findFirst()
        .orElse("");
  }

  /** Sends a whole answer. */
  public static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  /** Its address. */
  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/sparql";
  }

  /** The queries it was asked, in order. */
  public List<String> queries() {
    return List.copyOf(queries);
  }

  /** Methods and addresses of all requests. */
  public List<String> paths() {
    return List.copyOf(paths);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
