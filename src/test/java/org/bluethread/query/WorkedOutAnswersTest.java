package org.bluethread.query;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bluethread.data.RealData;
import org.bluethread.data.TsvTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What was worked out by hand before there was a query, beside what the query answers: {@code
 * worked-out/compared/} pairs the rows of both. Each row of either side is there; one that has no
 * other side says why.
 */
final class WorkedOutAnswersTest {
  private static final Path WORKED_OUT = RealData.golden("worked-out");

  private record Comparison(String question, String answer) {
    List<Map<String, String>> rows() {
      return TsvTable.rows(WORKED_OUT.resolve("compared").resolve(question + ".tsv"));
    }

    Set<String> column(String name) {
      return rows().stream()
          .map(row -> row.get(name))
          .filter(cell -> !cell.isEmpty())
          .collect(toSet());
    }

    @Override
    public String toString() {
      return question;
    }
  }

  static Stream<Comparison> comparisons() {
    return TsvTable.rows(WORKED_OUT.resolve("compared.tsv")).stream()
        .map(row -> new Comparison(row.get("question"), row.get("answer")));
  }

  @ParameterizedTest
  @MethodSource("comparisons")
  void everyRowWorkedOutIsAnsweredOrExplained(Comparison comparison) throws IOException {
    assertThat(comparison.column("worked-out"))
        .isEqualTo(rows(WORKED_OUT.resolve(comparison.question() + ".csv")));
  }

  @ParameterizedTest
  @MethodSource("comparisons")
  void everyRowAnsweredWasWorkedOutOrIsExplained(Comparison comparison) throws IOException {
    assertThat(comparison.column("answer")).isEqualTo(rows(RealData.golden(comparison.answer())));
  }

  @ParameterizedTest
  @MethodSource("comparisons")
  void aRowWithoutTheOtherSideSaysWhy(Comparison comparison) {
    assertThat(comparison.rows())
        .noneMatch(
            row ->
                row.get("reason").isEmpty()
                    && (row.get("worked-out").isEmpty() || row.get("answer").isEmpty()));
  }

  @Test
  void everyQuestionIsCompared() throws IOException {
    try (Stream<Path> files = Files.list(WORKED_OUT)) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".csv"))
                  .map(name -> name.substring(0, name.length() - ".csv".length())))
          .containsExactlyInAnyOrderElementsOf(
              comparisons().map(Comparison::question).distinct().toList());
    }
  }

  private static Set<String> rows(Path file) throws IOException {
    return Files.readAllLines(file).stream().skip(1).collect(toSet());
  }
}
