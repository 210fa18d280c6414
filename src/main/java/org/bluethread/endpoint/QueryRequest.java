package org.bluethread.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.stream.Collectors;

/**
 * A query request without the wish for plain text, the one result format that Fuseki builds whole
 * in memory before it sends the first byte.
 */
final class QueryRequest extends HttpServletRequestWrapper {
  QueryRequest(HttpServletRequest request) {
    super(request);
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

  @Override
  public String getParameter(String name) {
    String value = super.getParameter(name);
    return "text".equals(value) && (name.equals("output") || name.equals("format")) ? null : value;
  }

  private static String withoutText(String accept) {
    return Arrays.stream(accept.split(",", -1))
        .filter(range -> !range.strip().startsWith("text/plain"))
        .collect(Collectors.joining(","));
  }
}
