package org.bluethread.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.bluethread.facade.access.Tokens;
import org.bluethread.facade.problem.Problem;

/**
 * How a command reaches the graph: through the server that runs on the data directory, or, when
 * there is none, through one of its own that lives as long as the command and answers on the
 * loopback interface alone. Either way a command says the same HTTP, so there is one way to do
 * everything.
 */
final class Session implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";

  /** Bad request, not found, not acceptable: another call of the command may be answered. */
  private static final Set<Integer> WRONG_USAGE = Set.of(400, 404, 406);

  /** A server whose store does not answer is there all the same. */
  private static final Set<Integer> HEALTH = Set.of(200, 503);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final String address;
  private final Optional<String> token;
  private final Optional<Instance> own;

  private Session(String address, Optional<String> token, Optional<Instance> own) {
    this.address = address;
    this.token = token;
    this.own = own;
  }

  /**
   * Opens a session on a data directory, which is made and gets what the release ships if no
   * command has opened it before.
   *
   * @throws CommandException if the directory cannot be used
   */
  static Session open(Path data) {
    Optional<ServerFile> server = ServerFile.read(data).filter(ServerFile::mayBeAlive);
    if (server.isPresent()) {
      Session session = new Session(server.get().address(), givenToken(data), Optional.empty());
      if (session.isServer(server.get())) {
        return session;
      }
    }
    return openOwn(data);
  }

  private static Session openOwn(Path data) {
    Path home = Home.find();
    DataDirectory directory = DataDirectory.take(data);
    if (directory.isElsewhere()) {
      directory.close();
      throw new CommandException(
          ExitCode.FAILED,
          "The graph of "
              + data.toAbsolutePath()
              + " is in a store elsewhere. Start serve --store sparql:URL on this directory first,"
              + " or choose another one with --data.");
    }
    try {
      String token = Tokens.newText();
      Instance instance =
          Progress.show(
              "Opening the graph",
              () ->
                  Instance.open(
                      directory,
                      home,
                      new StoreChoice.AsMade(),
                      true,
                      Tokens.only("command line", token)));
      int port = instance.listen(LOOPBACK, 0);
      return new Session(
          "http://" + LOOPBACK + ":" + port + "/", Optional.of(token), Optional.of(instance));
    } catch (RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  private static Optional<String> givenToken(Path data) {
    return Optional.ofNullable(System.getenv(Tokens.VARIABLE)).or(() -> Tokens.read(data));
  }

  private boolean isServer(ServerFile file) {
    try {
      HttpResponse<InputStream> health =
          client.send(
              HttpRequest.newBuilder(URI.create(address + "health"))
                  .timeout(Duration.ofSeconds(10))
                  .build(),
              HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = health.body()) {
        return HEALTH.contains(health.statusCode())
            && JSON.readTree(body).path("store").asText().equals(file.store());
      }
    } catch (IOException | IllegalArgumentException e) {
      return false; // Another process has the number of the dead server, and no such door.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandException(ExitCode.FAILED, "The command was interrupted.");
    }
  }

  /**
   * A request to the server, with the token if there is one.
   *
   * @param path the path without leading slash, with its parameters
   */
  HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
    token.ifPresent(text -> request.header("Authorization", "Bearer " + text));
    return request;
  }

  /**
   * Sends a request.
   *
   * @return the answer, whatever its status; its body is to be closed
   * @throws CommandException if there is no answer
   */
  HttpResponse<InputStream> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.FAILED, "The server at " + address + " did not answer: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandException(ExitCode.FAILED, "The command was interrupted.");
    }
  }

  /**
   * Sends a request whose answer must be a success.
   *
   * @throws CommandException with what the problem document says
   */
  HttpResponse<InputStream> sendSuccessfully(HttpRequest request) {
    HttpResponse<InputStream> response = send(request);
    if (response.statusCode() / 100 == 2) {
      return response;
    }
    throw problem(response);
  }

  /** What a problem document says, as the end of the command. */
  static CommandException problem(HttpResponse<InputStream> response) {
    try (InputStream body = response.body()) {
      byte[] bytes = body.readAllBytes();
      boolean isProblem =
          response.headers().firstValue("Content-Type").orElse("").startsWith(Problem.MEDIA_TYPE);
      if (!isProblem) {
        return new CommandException(
            ExitCode.FAILED,
            "The server answered "
                + response.statusCode()
                + ": "
                + new String(bytes, StandardCharsets.UTF_8));
      }
      JsonNode problem = JSON.readTree(bytes);
      int exitCode = WRONG_USAGE.contains(response.statusCode()) ? ExitCode.USAGE : ExitCode.FAILED;
      return new CommandException(
          exitCode, problem.path("detail").asText() + "\n" + problem.path("remedy").asText());
    } catch (IOException e) {
      return new CommandException(ExitCode.FAILED, "The answer broke off: " + e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow(); // An answer that nobody reads to its end is not waited for.
    client.close();
    own.ifPresent(Instance::close);
  }
}
