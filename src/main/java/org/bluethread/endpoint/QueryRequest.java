package org.bluethread.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;

/**
 * A query as Fuseki sees it: always a GET with a query, however it was sent; the facade has read
 * it. The operation finds what is asked in an attribute.
 */
final class QueryRequest extends HttpServletRequestWrapper {
  private static final String QUERY = "query";

  /** Fuseki wants to see one; the operation does not read it. */
  private static final String READ_ALREADY = "#";

  QueryRequest(HttpServletRequest request, Answering answering) {
    super(request);
    request.setAttribute(Answering.class.getName(), answering);
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
    return name.equals(QUERY) ? READ_ALREADY : null;
  }

  @Override
  public String[] getParameterValues(String name) {
    return getParameterMap().get(name);
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.enumeration(List.of(QUERY));
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    return Map.of(QUERY, new String[] {READ_ALREADY});
  }
}
