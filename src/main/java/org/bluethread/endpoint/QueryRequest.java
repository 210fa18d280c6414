package org.bluethread.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A query as Fuseki sees it: always a GET with the parameters of the protocol, however it was sent,
 * so that the facade alone reads bodies and keeps them bounded.
 *
 * <p>It leaves out the wish for plain text, the one result format that Fuseki builds whole in
 * memory before it sends the first byte, and Fuseki's parameters that put text of the caller's
 * choice in front of an answer.
 */
final class QueryRequest extends HttpServletRequestWrapper {
  private static final Set<String> KNOWN =
      Set.of("query", "default-graph-uri", "named-graph-uri", "timeout", "output", "format");

  private final Map<String, String[]> parameters = new LinkedHashMap<>();

  QueryRequest(HttpServletRequest request, Map<String, List<String>> given) {
    super(request);
    given.forEach(
        (name, values) -> {
          if (KNOWN.contains(name) && !(isFormat(name) && values.contains("text"))) {
            parameters.put(name, values.toArray(String[]::new));
          }
        });
  }

  private static boolean isFormat(String name) {
    return name.equals("output") || name.equals("format");
  }

  @Override
  public String getMethod() {
    return "GET";
  }

  @Override
  public String getContentType() {
    return null;
  }

  @Override
  public String getQueryString() {
    return "";
  }

  @Override
  public String getParameter(String name) {
    String[] values = parameters.get(name);
    return values == null || values.length == 0 ? null : values[0];
  }

  @Override
  public String[] getParameterValues(String name) {
    return parameters.get(name);
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.enumeration(parameters.keySet());
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    return Collections.unmodifiableMap(parameters);
  }

  @Override
  public String getHeader(String name) {
    String value = super.getHeader(name);
    return value != null && name.equalsIgnoreCase("Accept") ? withoutText(value) : value;
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return name.equalsIgnoreCase("Accept") && super.getHeader(name) != null
        ? Collections.enumeration(
            Collections.list(super.getHeaders(name)).stream()
                .map(QueryRequest::withoutText)
                .toList())
        : super.getHeaders(name);
  }

  private static String withoutText(String accept) {
    return Arrays.stream(accept.split(",", -1))
        .filter(range -> !range.strip().startsWith("text/plain"))
        .collect(Collectors.joining(","));
  }
}
