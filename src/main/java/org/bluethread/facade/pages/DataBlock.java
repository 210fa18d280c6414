package org.bluethread.facade.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/**
 * What a page says to machines, as JSON-LD in a data block: a script element that nobody runs.
 *
 * @param json the text of the element; no part of it can end the element or begin a comment
 * @see <a href="https://html.spec.whatwg.org/multipage/scripting.html#data-block">HTML: data
 *     blocks</a>
 * @see <a href="https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents">JSON-LD 1.1,
 *     section 7</a>
 */
public record DataBlock(String json) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A document of maps, lists, strings, numbers and truth values as a data block. */
  public static DataBlock of(Map<String, Object> document) {
    try {
      // In JSON these stand in strings only, where they may be written so.
      String json =
          JSON.writeValueAsString(document)
              .replace("<", "\\u003c")
              .replace(">", "\\u003e")
              .replace("&", "\\u0026");
      return new DataBlock(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not a document of JSON", e);
    }
  }
}
