package org.bluethread.facade;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Addresses of this server that differ from the present one in one parameter. */
final class SelfLinks {
  private SelfLinks() {}

  /** The path and parameters of this request, with {@code name} set to {@code value}. */
  static String with(Context ctx, String name, String value) {
    Map<String, List<String>> parameters = new LinkedHashMap<>(ctx.queryParamMap());
    parameters.put(name, List.of(value));
    return address(ctx.path(), parameters);
  }

  /**
   * The path and parameters of this request, for the rows after a place; for the first rows if it
   * is empty.
   */
  static String after(Context ctx, Optional<String> place) {
    Map<String, List<String>> parameters = new LinkedHashMap<>(ctx.queryParamMap());
    parameters.remove("offset");
    parameters.remove("after");
    place.ifPresent(after -> parameters.put("after", List.of(after)));
    return address(ctx.path(), parameters);
  }

  /** A path and parameters. */
  static String address(String path, Map<String, List<String>> parameters) {
    return parameters.isEmpty()
        ? path
        : path
            + parameters.entrySet().stream()
                .flatMap(
                    parameter ->
                        parameter.getValue().stream()
                            .map(one -> encode(parameter.getKey()) + "=" + encode(one)))
                .collect(Collectors.joining("&", "?", ""));
  }

  /** Parameters as the part of an address that begins with a question mark. */
  static String query(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
        .collect(Collectors.joining("&", "?", ""));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
