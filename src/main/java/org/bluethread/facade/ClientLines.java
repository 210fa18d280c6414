package org.bluethread.facade;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bluethread.facade.pages.QueryPage.Code;
import org.bluethread.query.NamedQuery;

/**
 * Lines that get a page's answer as data: for a shell, for R and for Python, each without anything
 * to install but itself. All of the address but its host is percent-encoded, so that no text that
 * readers ask for means anything to the shell or to either language.
 */
final class ClientLines {
  private ClientLines() {}

  /**
   * The lines for the address of this request.
   *
   * @param language the language of the page, which its address need not name
   */
  static List<Code> of(Context ctx, NamedQuery query, String language) {
    boolean table = query.query().isSelectType() || query.query().isAskType();
    Map<String, List<String>> parameters = new LinkedHashMap<>(ctx.queryParamMap());
    parameters.values().removeIf(values -> values.stream().allMatch(String::isBlank));
    parameters.put("lang", List.of(language));
    parameters.put("format", List.of(table ? "csv" : "nt"));
    String whole = ctx.url();
    String host = whole.substring(0, whole.length() - ctx.req().getRequestURI().length());
    String address = SelfLinks.address(host + "/queries/" + query.name(), parameters);
    return List.of(
        new Code("curl", "curl --fail '" + address.replace("'", "'\\''") + "'"),
        new Code("R", (table ? R_TABLE : R_LINES).replace("ADDRESS", quoted(address))),
        new Code(
            "Python", (table ? PYTHON_TABLE : PYTHON_LINES).replace("ADDRESS", quoted(address))));
  }

  private static final String R_TABLE =
      """
      rows <- read.csv(url(ADDRESS, encoding = "UTF-8"), colClasses = "character", check.names = FALSE)
      """
          .strip();

  private static final String R_LINES =
      """
      triples <- readLines(url(ADDRESS, encoding = "UTF-8"))
      """
          .strip();

  private static final String PYTHON_TABLE =
      """
      import csv, io, urllib.request
      with urllib.request.urlopen(ADDRESS) as answer:
          rows = list(csv.DictReader(io.TextIOWrapper(answer, encoding="utf-8", newline="")))
      """
          .strip();

  private static final String PYTHON_LINES =
      """
      import urllib.request
      with urllib.request.urlopen(ADDRESS) as answer:
          triples = answer.read().decode("utf-8").splitlines()
      """
          .strip();

  /** A string of R and of Python. */
  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
