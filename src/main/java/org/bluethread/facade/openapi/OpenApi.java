package org.bluethread.facade.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bluethread.facade.problem.Problem;

/**
 * The OpenAPI document of some operations.
 *
 * @see <a href="https://spec.openapis.org/oas/v3.1.0">OpenAPI 3.1</a>
 */
public final class OpenApi {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Map<Integer, String> STATUSES =
      Map.of(
          200, "Done.",
          201, "Made.",
          303, "The answer is at the address that Location names.",
          410, "It was here and is no more.",
          422, "The gate refused it, nothing was stored: a SHACL validation report.");

  private OpenApi() {}

  /**
   * The document.
   *
   * @param version the version of the program
   * @param operations in the order in which readers shall meet them
   */
  public static ObjectNode of(String version, List<Operation> operations) {
    ObjectNode document = JSON.objectNode();
    document.put("openapi", "3.1.0");
    ObjectNode info = document.putObject("info");
    info.put("title", "BlueThread");
    info.put(
        "summary", "A knowledge graph of United Nations documents about the seabed, over HTTP.");
    info.put("version", version);
    info.putObject("license").put("name", "Apache License 2.0").put("identifier", "Apache-2.0");
    ArrayNode tags = document.putArray("tags");
    operations.stream()
        .map(Operation::section)
        .distinct()
        .forEach(section -> tags.addObject().put("name", section));
    ObjectNode paths = document.putObject("paths");
    for (Operation operation : operations) {
      paths
          .withObjectProperty(operation.path().replace('<', '{').replace('>', '}'))
          .set(operation.method().toLowerCase(Locale.ROOT), operation(operation));
    }
    ObjectNode components = document.putObject("components");
    components.putObject("schemas").set("Problem", problem());
    components.putObject("responses").set("Problem", problemAnswer());
    components
        .putObject("securitySchemes")
        .putObject("token")
        .put("type", "http")
        .put("scheme", "bearer");
    return document;
  }

  private static ObjectNode operation(Operation operation) {
    ObjectNode node = JSON.objectNode();
    node.putArray("tags").add(operation.section());
    node.put("summary", operation.title());
    if (!operation.description().isEmpty()) {
      node.put("description", operation.description());
    }
    node.put("operationId", identifier(operation));
    ArrayNode parameters = node.putArray("parameters");
    operation.fields().forEach(field -> parameters.add(parameter(field)));
    if (!operation.bodies().isEmpty()) {
      ObjectNode body = node.putObject("requestBody").put("required", true);
      ObjectNode content = body.putObject("content");
      operation
          .bodies()
          .forEach((type, example) -> content.putObject(type).put("example", example));
    }
    node.set("responses", responses(operation));
    if (operation.token()) {
      node.putArray("security").addObject().putArray("token");
    }
    return node;
  }

  /** Such as {@code getQueriesOceans}: what programs made from the document call the method. */
  private static String identifier(Operation operation) {
    StringBuilder name = new StringBuilder(operation.method().toLowerCase(Locale.ROOT));
    for (String word : operation.path().split("[^A-Za-z0-9]+", -1)) {
      if (!word.isEmpty()) {
        name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
      }
    }
    return name.toString();
  }

  private static ObjectNode parameter(Field field) {
    ObjectNode node = JSON.objectNode();
    node.put("name", field.name());
    node.put("in", field.place().name().toLowerCase(Locale.ROOT));
    if (field.required()) {
      node.put("required", true);
    }
    node.put("description", field.description());
    ObjectNode schema = node.putObject("schema");
    field.schema().keywords().forEach(schema::putPOJO);
    field
        .example()
        .ifPresent(example -> node.putPOJO("example", Field.typed(field.schema(), example)));
    return node;
  }

  private static ObjectNode responses(Operation operation) {
    ObjectNode responses = JSON.objectNode();
    operation
        .answers()
        .forEach(
            (status, types) -> {
              ObjectNode answer = responses.putObject(Integer.toString(status));
              answer.put("description", STATUSES.getOrDefault(status, "An answer."));
              if (!types.isEmpty()) {
                ObjectNode content = answer.putObject("content");
                types.forEach(content::putObject);
              }
            });
    if (operation.cached()) {
      responses.putObject("304").put("description", "What the client has is still true.");
    }
    for (String range : List.of("4XX", "5XX")) {
      responses.putObject(range).put("$ref", "#/components/responses/Problem");
    }
    return responses;
  }

  private static ObjectNode problemAnswer() {
    ObjectNode answer = JSON.objectNode();
    answer.put("description", "What went wrong, and how to mend it.");
    ObjectNode content = answer.putObject("content");
    content
        .putObject(Problem.MEDIA_TYPE)
        .putObject("schema")
        .put("$ref", "#/components/schemas/Problem");
    content.putObject("text/html");
    return answer;
  }

  private static ObjectNode problem() {
    ObjectNode schema = JSON.objectNode().put("type", "object");
    schema.put("description", "A problem document, RFC 9457.");
    ObjectNode properties = schema.putObject("properties");
    properties.putObject("type").put("type", "string").put("format", "uri");
    properties.putObject("title").put("type", "string");
    properties.putObject("status").put("type", "integer");
    properties.putObject("detail").put("type", "string");
    properties.putObject("remedy").put("type", "string");
    schema.putArray("required").add("type").add("title").add("status").add("detail").add("remedy");
    return schema;
  }
}
