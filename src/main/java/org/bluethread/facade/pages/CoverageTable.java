package org.bluethread.facade.pages;

import java.util.ArrayList;
import java.util.List;
import org.bluethread.facade.pages.CoveragePage.Cell;
import org.bluethread.facade.pages.CoveragePage.Selected;
import org.bluethread.facade.pages.ThingPage.Origin;

/** What a page of coverage shows, as a table. */
final class CoverageTable {
  private final CoveragePage page;
  private final String mapped;

  /**
   * @param mapped what the column of mappings is called
   */
  CoverageTable(CoveragePage page, String mapped) {
    this.page = page;
    this.mapped = mapped;
  }

  /** The rows, of which the first names the columns: of the cell, else of the whole map. */
  List<List<String>> rows() {
    return page.selected().map(CoverageTable::ofCell).orElseGet(this::ofMap);
  }

  private List<List<String>> ofMap() {
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("row", "row_label", "column", "column_label", "basis", "statements"));
    for (CoveragePage.Row row : page.rows()) {
      for (int i = 0; i < page.columns().size(); i++) {
        CoveragePage.Column column = page.columns().get(i);
        table.add(cells(row, column.value(), column.label().text(), "stated", row.cells().get(i)));
      }
      table.add(cells(row, CoverageView.MAPPED, mapped, "mapped", row.mapped()));
    }
    return table;
  }

  private static List<String> cells(
      CoveragePage.Row row, String column, String label, String basis, Cell cell) {
    return List.of(
        row.value(), row.target().line(), column, label, basis, Integer.toString(cell.count()));
  }

  private static List<List<String>> ofCell(Selected selected) {
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("statement", "subject", "property", "object", "sentence", "source", "place"));
    int number = 0;
    for (CoveragePage.Said said : selected.claims()) {
      number++;
      addRows(table, number, said.statement());
      for (CoveragePage.Stated tie : said.ties()) {
        addRows(table, number, tie);
      }
    }
    for (CoveragePage.Mapping mapping : selected.mappings()) {
      number++;
      table.add(
          List.of(
              Integer.toString(number),
              mapping.subject().name().iri().orElse(""),
              mapping.iri(),
              mapping.object().name().iri().orElse(""),
              String.join(" ", mapping.facts()),
              CoverageView.MAPPED,
              ""));
    }
    return table;
  }

  private static void addRows(List<List<String>> table, int number, CoveragePage.Stated stated) {
    for (Origin origin : stated.origins()) {
      table.add(
          List.of(
              Integer.toString(number),
              stated.subject(),
              stated.property(),
              stated.object(),
              stated.sentence().text(),
              origin.name(),
              origin.place().iri().orElse(origin.place().text())));
    }
  }
}
