package org.bluethread.facade;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.facade.problem.ProblemKind;

/** The fields of a form in the body of a request, as application/x-www-form-urlencoded has them. */
final class Form {
  static final String MEDIA_TYPE = "application/x-www-form-urlencoded";

  private final Map<String, List<String>> fields = new LinkedHashMap<>();

  private Form() {}

  /**
   * Reads a body.
   *
   * @throws ProblemException 400 if it is not encoded as a form
   */
  static Form parse(String body) {
    Form form = new Form();
    for (String field : body.split("&", -1)) {
      int equals = field.indexOf('=');
      String name = decode(equals < 0 ? field : field.substring(0, equals));
      String value = equals < 0 ? "" : decode(field.substring(equals + 1));
      form.fields.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
    }
    return form;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(Problem.of(ProblemKind.BAD_FORM, "form.encoding", e.getMessage()));
    }
  }

  /** All fields, in their order. */
  Map<String, List<String>> fields() {
    return Collections.unmodifiableMap(fields);
  }

  /** The values of a field, in their order; none if it is not there. */
  List<String> values(String name) {
    return List.copyOf(fields.getOrDefault(name, List.of()));
  }
}
