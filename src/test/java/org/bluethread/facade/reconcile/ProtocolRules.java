package org.bluethread.facade.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * What answers of a reconciliation service must look like: the rules of the Reconciliation Service
 * API 0.2 and of the JSON Schemas that its public test bench checks answers against.
 *
 * @see <a href="https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/">
 *     Reconciliation Service API 0.2</a>
 */
final class ProtocolRules {
  private static final String MOMENT =
      "-?[0-9]{4,}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
          + "T([01][0-9]|2[0-3])(:[0-5][0-9]){2}(\\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})?";

  private ProtocolRules() {}

  static void holdForManifest(JsonNode manifest) {
    assertThat(texts(manifest.get("versions"))).contains("0.2");
    for (String key : List.of("name", "identifierSpace", "schemaSpace")) {
      assertFilledText(manifest, key);
    }
    for (String key : List.of("identifierSpace", "schemaSpace", "documentation", "logo")) {
      assertThat(manifest.get(key).textValue()).matches("https?://.+");
    }
    assertThat(manifest.get("serviceVersion").isTextual()).isTrue();
    assertThat(manifest.get("batchSize").isInt()).isTrue();
    assertThat(manifest.get("defaultTypes")).doesNotHaveDuplicates();
    manifest.get("defaultTypes").forEach(ProtocolRules::assertNamed);
    for (String key : List.of("view", "preview")) {
      assertThat(manifest.at("/" + key + "/url").textValue()).contains("{{id}}");
    }
    assertThat(manifest.at("/preview/width").isInt()).isTrue();
    assertThat(manifest.at("/preview/height").isInt()).isTrue();
    for (String key : List.of("entity", "property", "type")) {
      assertService(manifest.at("/suggest/" + key));
    }
    assertService(manifest.at("/extend/propose_properties"));
    manifest.at("/extend/property_settings").forEach(ProtocolRules::assertSetting);
  }

  private static void assertService(JsonNode service) {
    assertThat(service.get("service_url").textValue()).matches("https?://.+[^/]");
    assertThat(service.get("service_path").textValue()).startsWith("/");
  }

  private static void assertSetting(JsonNode setting) {
    assertFilledText(setting, "name");
    assertFilledText(setting, "label");
    assertThat(setting.get("type").textValue()).isEqualTo("number");
    assertThat(setting.get("default").isNumber()).isTrue();
  }

  /** Each query has its result, each candidate what it must have, best first. */
  static void holdForResults(JsonNode batch, String... names) {
    assertThat(batch.fieldNames()).toIterable().containsExactly(names);
    for (JsonNode one : batch) {
      assertThat(one.get("result").isArray()).isTrue();
      double before = Double.MAX_VALUE;
      for (JsonNode candidate : one.get("result")) {
        holdForCandidate(candidate);
        assertThat(candidate.get("score").doubleValue()).isBetween(0.0, Math.min(100, before));
        before = candidate.get("score").doubleValue();
      }
      assertThat(one.get("result").findValues("match").stream().filter(JsonNode::asBoolean))
          .hasSizeLessThan(2);
      assertThat(texts(one.get("result"), "id")).doesNotHaveDuplicates();
    }
  }

  private static void holdForCandidate(JsonNode candidate) {
    assertNamed(candidate);
    assertThat(candidate.get("description").isTextual()).isTrue();
    assertThat(candidate.get("score").isNumber()).isTrue();
    assertThat(candidate.get("match").isBoolean()).isTrue();
    candidate.get("type").forEach(ProtocolRules::assertNamed);
    assertThat(texts(candidate.get("features"), "id")).doesNotHaveDuplicates().isNotEmpty();
    for (JsonNode feature : candidate.get("features")) {
      assertThat(feature.get("value").isNumber() || feature.get("value").isBoolean()).isTrue();
    }
  }

  static void holdForSuggestions(JsonNode answer) {
    assertThat(answer.get("result").isArray()).isTrue();
    for (JsonNode one : answer.get("result")) {
      assertNamed(one);
      assertThat(one.path("description").isMissingNode() || one.get("description").isTextual())
          .isTrue();
      one.path("notable").forEach(ProtocolRules::assertNamed);
    }
  }

  static void holdForProposal(JsonNode answer, String type) {
    assertThat(answer.get("type").textValue()).isEqualTo(type);
    assertThat(answer.get("limit").isInt()).isTrue();
    answer.get("properties").forEach(ProtocolRules::assertNamed);
  }

  /** Each thing has a row, each row each column, each cell values of the kinds there are. */
  static void holdForColumns(JsonNode answer, List<String> ids, List<String> properties) {
    answer.get("meta").forEach(ProtocolRules::assertNamed);
    assertThat(texts(answer.get("meta"), "id")).isEqualTo(properties);
    assertThat(answer.get("rows").fieldNames()).toIterable().containsExactlyElementsOf(ids);
    for (JsonNode row : answer.get("rows")) {
      assertThat(row.fieldNames()).toIterable().containsExactlyElementsOf(properties);
      for (JsonNode cell : row) {
        assertThat(cell.isArray()).isTrue();
        cell.forEach(ProtocolRules::holdForValue);
      }
    }
  }

  private static void holdForValue(JsonNode value) {
    if (value.has("id")) {
      assertNamed(value);
      assertThat(value).hasSize(2);
      return;
    }
    assertThat(value).hasSize(1);
    Iterator<Map.Entry<String, JsonNode>> only = value.properties().iterator();
    Map.Entry<String, JsonNode> entry = only.next();
    JsonNode inside = entry.getValue();
    switch (entry.getKey()) {
      case "str" -> assertThat(inside.isTextual()).isTrue();
      case "int" -> assertThat(inside.isIntegralNumber()).isTrue();
      case "float" -> assertThat(inside.isNumber()).isTrue();
      case "date" -> assertThat(inside.textValue()).matches(MOMENT);
      default -> throw new AssertionError("No kind of value: " + value);
    }
  }

  private static void assertNamed(JsonNode one) {
    assertFilledText(one, "id");
    assertFilledText(one, "name");
  }

  private static void assertFilledText(JsonNode one, String key) {
    assertThat(one.path(key).isTextual()).as(key + " of " + one).isTrue();
    assertThat(one.get(key).textValue()).isNotBlank();
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::textValue).toList();
  }

  static List<String> texts(JsonNode array, String key) {
    return array.valueStream().map(one -> one.get(key).textValue()).toList();
  }
}
