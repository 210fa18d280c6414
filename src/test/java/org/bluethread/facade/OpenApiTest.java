package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bluethread.query.NamedQuery;
import org.bluethread.query.Shelf;
import org.bluethread.support.Routes;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The OpenAPI document, and whether what it says is so. */
final class OpenApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Shelf SHELF = Shelf.load(Path.of("queries"));

  /** All queries have the same formats; each format of one is enough. */
  private static final String ANY_QUERY = "/queries/outputs-by-organ";

  /** Here the parameter format decides, or what the query asks for. */
  private static final Set<String> NOT_BY_ACCEPT = Set.of("/export", "/sparql", "/federation");

  private static TestServer server;
  private static JsonNode document;

  /** One operation of the document. */
  record Described(String path, String method, JsonNode says) {
    @Override
    public String toString() {
      return method + " " + path;
    }

    boolean isCached() {
      return says.at("/responses").has("304");
    }

    Set<String> mediaTypes(int status) {
      Set<String> types = new TreeSet<>();
      says.at("/responses/" + status + "/content").fieldNames().forEachRemaining(types::add);
      return types;
    }

    /** The path with the examples of its parameters. */
    String address() {
      String filled = path;
      List<String> fields = new ArrayList<>();
      for (JsonNode parameter : says.path("parameters")) {
        String name = parameter.get("name").asText();
        if (parameter.get("in").asText().equals("path")) {
          filled = filled.replace("{" + name + "}", parameter.get("example").asText());
        } else if (parameter.has("example")) {
          fields.add(name + "=" + encoded(parameter.get("example").asText()));
        }
      }
      String address = filled.replaceFirst("^/", "");
      return fields.isEmpty() ? address : address + "?" + String.join("&", fields);
    }
  }

  @BeforeAll
  static void start() throws IOException {
    server = TestServer.shipped();
    document = JSON.readTree(server.get("openapi.json", "application/json").body());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aParserOfAnotherMakeReadsItWithoutAComplaint() {
    SwaggerParseResult read =
        new OpenAPIV3Parser().readContents(document.toString(), List.of(), null);
    OpenAPI api = read.getOpenAPI();

    assertThat(read.getMessages()).isEmpty();
    assertThat(api.getOpenapi()).isEqualTo("3.1.0");
    assertThat(api.getPaths()).hasSameSizeAs(document.get("paths"));
    assertThat(api.getPaths().get("/update").getPost().getSecurity()).hasSize(1);
    assertThat(api.getPaths().get("/sparql").getPost().getSecurity()).isNull();
  }

  @Test
  void eachRouteIsDescribedAndNothingElseIs(@TempDir Path folder)
      throws ReflectiveOperationException {
    Map<String, Set<String>> described = new TreeMap<>();
    Set<String> queries =
        SHELF.queries().stream()
            .map(query -> "/queries/" + query.name())
            .collect(Collectors.toSet());
    for (Described operation : operations()) {
      if (!queries.contains(operation.path())) {
        described
            .computeIfAbsent(operation.path(), path -> new TreeSet<>())
            .add(operation.method().toUpperCase(Locale.ROOT));
      }
    }
    Map<String, Set<String>> actual = new TreeMap<>();
    Routes.of(folder)
        .forEach((path, methods) -> actual.put(path.replace('<', '{').replace('>', '}'), methods));

    assertThat(described).as("a new route has its line in RouteDescriptions").isEqualTo(actual);
  }

  @Test
  void eachNamedQueryIsAPathWithItsParameters() {
    for (NamedQuery query : SHELF.queries()) {
      JsonNode get = document.path("paths").path("/queries/" + query.name()).path("get");
      List<String> names =
          query.parameters().stream().map(parameter -> parameter.name()).sorted().toList();

      assertThat(get.get("summary").asText()).isEqualTo(query.title().in("en"));
      assertThat(get.get("parameters").findValuesAsText("name"))
          .as(query.name())
          .doesNotHaveDuplicates()
          .containsAll(names)
          .contains("lang", "format");
      assertThat(get.get("parameters"))
          .as(query.name())
          .allSatisfy(parameter -> assertThat(parameter.at("/schema/type").isTextual()).isTrue());
    }
    JsonNode year = document.at("/paths/~1queries~1outputs-by-year/get/parameters/0");
    assertThat(year.get("required").asBoolean()).isTrue();
    assertThat(year.at("/schema/pattern").asText()).isEqualTo("^[0-9]{4}$");
  }

  @Test
  void eachOperationHasAnIdentifierOfItsOwn() {
    assertThat(operations().stream().map(one -> one.says().get("operationId").asText()))
        .doesNotHaveDuplicates()
        .allSatisfy(name -> assertThat(name).matches("[a-z][A-Za-z0-9]*"));
  }

  /** In the order of the document, whose last example takes everything away. */
  @Test
  void eachExampleIsAnsweredAsDescribed() {
    for (Described operation : operations()) {
      if (operation.method().equals("get")) {
        checkReading(operation);
      } else {
        checkWriting(operation);
      }
    }
  }

  private static void checkReading(Described operation) {
    HttpResponse<String> usual = server.send(server.request(operation.address()));
    checkAnswer(operation, usual);
    if (usual.statusCode() == 200) {
      assertThat(usual.headers().firstValue("ETag").isPresent())
          .as(operation + " says 304: " + operation.isCached())
          .isEqualTo(operation.isCached());
    }
    if (operation.isCached()) {
      String tag = usual.headers().firstValue("ETag").orElseThrow();
      HttpRequest.Builder again = server.request(operation.address());
      assertThat(server.send(again.header("If-None-Match", tag)).statusCode())
          .as(operation.toString())
          .isEqualTo(304);
    }
    if (!operation.path().startsWith("/queries/") || operation.path().equals(ANY_QUERY)) {
      checkFormats(operation, usual);
    }
  }

  private static void checkFormats(Described operation, HttpResponse<String> usual) {
    if (usual.statusCode() == 200) {
      for (String type : operation.mediaTypes(200)) {
        if (!type.contains(";") && !NOT_BY_ACCEPT.contains(operation.path())) {
          checkType(operation, type);
        }
      }
    }
    for (String format : choices(operation, "format")) {
      String address = operation.address();
      String joined = address + (address.contains("?") ? "&" : "?") + "format=" + format;
      HttpResponse<String> answer = server.send(server.request(joined));
      if (!operation.path().equals("/trace")) { // A tree or a path has some of them only.
        checkAnswer(operation, answer);
      }
    }
  }

  private static void checkType(Described operation, String type) {
    HttpResponse<String> answer =
        server.send(server.request(operation.address()).header("Accept", type));
    assertThat(answer.statusCode()).as(operation + " as " + type).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
  }

  private static List<String> choices(Described operation, String name) {
    List<String> choices = new ArrayList<>();
    for (JsonNode parameter : operation.says().path("parameters")) {
      if (parameter.get("name").asText().equals(name)) {
        parameter.at("/schema/enum").forEach(choice -> choices.add(choice.asText()));
      }
    }
    return choices;
  }

  private static void checkWriting(Described operation) {
    JsonNode content = operation.says().at("/requestBody/content");
    boolean token = operation.says().has("security");
    String method = operation.method().toUpperCase(Locale.ROOT);
    if (content.isMissingNode()) {
      checkAnswer(operation, send(operation, token, method, "", ""));
    }
    content
        .properties()
        .forEach(
            body -> {
              String example = body.getValue().get("example").asText();
              if (token) {
                assertThat(send(operation, false, method, body.getKey(), example).statusCode())
                    .as(operation + " without a token")
                    .isEqualTo(401);
              }
              checkAnswer(operation, send(operation, token, method, body.getKey(), example));
            });
  }

  private static HttpResponse<String> send(
      Described operation, boolean token, String method, String type, String body) {
    HttpRequest.Builder request = server.request(operation.address());
    if (token) {
      request.header("Authorization", "Bearer " + TestServer.TOKEN);
    }
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    return server.send(
        request.method(
            method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
  }

  private static void checkAnswer(Described operation, HttpResponse<String> answer) {
    String what = operation + " " + operation.address() + ": " + answer.statusCode();
    assertThat(operation.says().get("responses").has(Integer.toString(answer.statusCode())))
        .as(what + " " + answer.body())
        .isTrue();
    Set<String> types = operation.mediaTypes(answer.statusCode());
    String type = answer.headers().firstValue("Content-Type").orElse("");
    if (types.isEmpty()) {
      assertThat(answer.body()).as(what).isEmpty();
    } else {
      assertThat(types).as(what + " " + type).anyMatch(type::startsWith);
    }
  }

  @Test
  void itIsNotSentAgainUntilProgramOrShelfChange() {
    HttpResponse<String> first = server.get("openapi.json", "application/json");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    server.write("<https://example.org/a> <https://example.org/p> 1 .");
    HttpResponse<String> again =
        server.send(server.request("openapi.json").header("If-None-Match", tag));

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(first.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    assertThat(first.headers().firstValue("Cache-Control")).contains("no-cache");
    assertThat(server.get("openapi.json", "image/png").statusCode()).isEqualTo(406);
  }

  private static List<Described> operations() {
    List<Described> operations = new ArrayList<>();
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            operations.add(
                                new Described(path.getKey(), method.getKey(), method.getValue()))));
    return operations;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
