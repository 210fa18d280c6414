package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers for spreadsheets, and the CSV of SPARQL beside them. */
final class SpreadsheetTest {
  /** Cells as the graph has them, and as a spreadsheet is to get them. */
  private static final List<List<String>> CELLS =
      List.of(
          List.of("\"=1+1\"", "'=1+1"),
          List.of("\"+cmd|' /C calc'!A0\"", "'+cmd|' /C calc'!A0"),
          List.of("\"-1+1\"", "'-1+1"),
          List.of("\"@SUM(A1)\"", "'@SUM(A1)"),
          List.of("\"\\t=1+1\"", "'\t=1+1"),
          List.of("\"\\r=1+1\"", "'\r=1+1"),
          List.of("\"＝1+1\"", "'＝1+1"),
          List.of("\"a;=1+1\"", "a;=1+1"),
          List.of("\"a,\\\"b\\\"\\nc\"", "a,\"b\"\nc"),
          List.of("-12.5", "-12.5"),
          List.of("\"-3\"", "-3"),
          List.of("0.001e0", "0.001e0"),
          List.of("\"海底\"@zh", "海底"),
          List.of("\"قاع البحار\"@ar", "قاع البحار"),
          List.of("<https://example.org/thing>", "https://example.org/thing"));

  @TempDir private static Path shelf;
  private static TestServer server;

  @BeforeAll
  static void start() throws IOException {
    write(
        "cells",
        "SELECT ?place ?cell ?none WHERE { ?thing ex:place ?place ; ex:cell ?cell }"
            + " ORDER BY ?place");
    write("truth", "ASK { ?thing ex:cell ?cell }");
    write("triples", "CONSTRUCT WHERE { ?thing ex:cell ?cell }");
    server = TestServer.asking(shelf);
    StringBuilder trig = new StringBuilder("@prefix ex: <https://example.org/> .\n");
    IntStream.range(0, CELLS.size())
        .forEach(
            place ->
                trig.append(
                    "ex:%d ex:place %d ; ex:cell %s .\n"
                        .formatted(place, place, CELLS.get(place).get(0))));
    server.write(trig.toString());
  }

  private static void write(String name, String sparql) throws IOException {
    Files.writeString(
        shelf.resolve(name + ".rq"),
        "#+ title: {en: A question, zh: 问题}\n#+ description: {en: What., zh: 什么。}\n"
            + "PREFIX ex: <https://example.org/>\n"
            + sparql);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void noCellIsAFormulaAndTheOthersStayAsTheyAre() throws IOException {
    HttpResponse<String> answer = server.get("queries/cells?format=spreadsheet", "*/*");

    assertThat(answer.body()).startsWith("\uFEFF\"place\",\"cell\",\"none\"\r\n");
    List<CSVRecord> rows =
        CSVFormat.RFC4180.parse(new StringReader(answer.body().substring(1))).getRecords();
    assertThat(rows.stream().skip(1).map(row -> row.get(1)).toList())
        .isEqualTo(CELLS.stream().map(cell -> cell.get(1)).toList());
    assertThat(rows).allSatisfy(row -> assertThat(row.size()).isEqualTo(3));
  }

  @Test
  void everyCellHasQuotesSoThatNoSemicolonEndsIt() {
    assertThat(server.get("queries/cells?format=spreadsheet", "*/*").body())
        .contains(",\"a;=1+1\",");
  }

  @Test
  void itIsAFileToKeep() {
    HttpResponse<String> answer = server.get("queries/cells?format=spreadsheet", "*/*");

    assertThat(answer.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"cells.csv\"");
    assertThat(answer.headers().firstValue("Content-Type").map(type -> type.replace(" ", "")))
        .contains("text/csv;charset=utf-8;header=present");
  }

  @Test
  void partsOfTheRowsGoThereToo() {
    assertThat(server.get("queries/cells?format=spreadsheet&limit=2", "*/*").body().lines())
        .hasSize(3);
  }

  @Test
  void theCsvOfSparqlStaysAsItIs() {
    HttpResponse<String> answer = server.get("queries/cells", "text/csv");

    assertThat(answer.body()).startsWith("place,cell,none\r\n0,=1+1,\r\n");
    assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
    assertThat(server.get("queries/cells?format=csv", "*/*").body()).isEqualTo(answer.body());
  }

  @Test
  void aTruthHasOneCellAndTriplesHaveNoTable() {
    assertThat(server.get("queries/truth?format=spreadsheet", "*/*").body())
        .isEqualTo("\uFEFF\"truth\"\r\n\"true\"\r\n");
    assertThat(server.get("queries/triples?format=spreadsheet", "*/*").statusCode()).isEqualTo(400);
  }
}
