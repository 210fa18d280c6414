package org.bluethread.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/**
 * A query file in its two parts. The first lines begin with {@code #+}, as grlc writes it, and say
 * in YAML what the query answers; the rest is the query.
 *
 * @param said what the first lines say
 * @param sparql the rest
 * @see <a href="https://github.com/CLARIAH/grlc#decorator-syntax">grlc's decorators</a>
 */
record Decorators(Section said, String sparql) {
  private static final String MARK = "#+";
  private static final YAMLMapper YAML =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * Takes a file apart.
   *
   * @throws ShelfException if it is not made like this
   */
  static Decorators read(String file, String content) {
    StringBuilder yaml = new StringBuilder();
    StringBuilder sparql = new StringBuilder();
    for (String line : content.lines().toList()) {
      if (!line.startsWith(MARK)) {
        sparql.append(line).append('\n');
      } else if (sparql.isEmpty()) {
        yaml.append(line.substring(MARK.length())).append('\n');
      } else {
        throw new ShelfException(file, "The lines that begin with #+ must be the first ones.");
      }
    }
    if (yaml.isEmpty()) {
      throw new ShelfException(
          file, "The first lines must begin with #+ and say what the query answers.");
    }
    return new Decorators(parse(file, yaml.toString()), sparql.toString().strip() + "\n");
  }

  private static Section parse(String file, String yaml) {
    try {
      JsonNode root = YAML.readTree(yaml);
      if (!root.isObject()) {
        throw new ShelfException(file, "The lines of #+ must be a mapping: title: …");
      }
      return new Section(file, "", root);
    } catch (JsonProcessingException e) {
      throw new ShelfException(file, "The lines of #+ are not YAML: " + e.getOriginalMessage(), e);
    }
  }
}
