package org.bluethread.facade.traces;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.bluethread.trace.Step;
import org.bluethread.trace.Trace;

/**
 * Traces as a table: a row for each source of each link of each step, so that a row can be cited.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
public final class TraceCsv {
  private static final List<String> COLUMNS =
      List.of(
          "path",
          "step",
          "from",
          "from_label",
          "to",
          "to_label",
          "direction",
          "basis",
          "property",
          "sentence",
          "source_kind",
          "graph",
          "unit",
          "unit_number",
          "document",
          "document_code",
          "document_date",
          "status",
          "author",
          "justification",
          "confidence");

  private static final List<Step.Unit> NO_UNIT =
      List.of(new Step.Unit("", "", false, "", "", "", ""));

  private TraceCsv() {}

  /** The table, with a header. */
  public static String of(Trace trace) {
    StringBuilder csv = new StringBuilder();
    try (CSVPrinter rows = new CSVPrinter(csv, CSVFormat.RFC4180)) {
      rows.printRecord(COLUMNS);
      for (int path = 0; path < trace.paths().size(); path++) {
        List<Step> steps = trace.paths().get(path).steps();
        for (int step = 0; step < steps.size(); step++) {
          print(rows, path + 1, step + 1, steps.get(step));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // Never: the rows go to memory.
    }
    return csv.toString();
  }

  private static void print(CSVPrinter rows, int path, int number, Step step) throws IOException {
    List<Object> ends =
        List.of(
            path,
            number,
            step.from().iri(),
            step.from().label(),
            step.to().iri(),
            step.to().label());
    for (Step.Statement statement : step.statements()) {
      for (Step.Source source : statement.sources()) {
        for (Step.Unit unit : source.units().isEmpty() ? NO_UNIT : source.units()) {
          print(rows, ends, statement(statement, source, unit));
        }
      }
    }
    for (Step.Mapping mapping : step.mappings()) {
      print(rows, ends, mapping(mapping));
    }
  }

  private static void print(CSVPrinter rows, List<Object> ends, List<String> rest)
      throws IOException {
    List<Object> row = new ArrayList<>(ends);
    row.addAll(rest);
    rows.printRecord(row);
  }

  private static List<String> statement(
      Step.Statement statement, Step.Source source, Step.Unit unit) {
    return List.of(
        direction(statement.forward()),
        "stated",
        statement.property(),
        statement.sentence(),
        source.kind().name().toLowerCase(Locale.ROOT),
        source.graph(),
        unit.iri(),
        unit.number(),
        unit.document(),
        unit.documentCode(),
        unit.date(),
        statement.statuses().stream()
            .map(Step.Status::label)
            .distinct()
            .collect(Collectors.joining("; ")),
        "",
        "",
        "");
  }

  private static List<String> mapping(Step.Mapping mapping) {
    return List.of(
        direction(mapping.forward()),
        "mapped",
        mapping.predicate(),
        "",
        "mapping",
        mapping.iri(),
        "",
        "",
        "",
        "",
        "",
        "",
        mapping.author(),
        mapping.justification(),
        mapping.confidence().orElse(""));
  }

  private static String direction(boolean forward) {
    return forward ? "forward" : "backward";
  }
}
