package org.bluethread.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bluethread.data.RealData;
import org.junit.jupiter.api.Test;

/** The shelf's README names every query, its parameters and what it answers, and no other. */
final class ShelfIsDocumentedTest {
  @Test
  void theReadmeHasALineForEachQuery() throws IOException {
    List<String> lines =
        Files.readAllLines(Path.of("queries", "README.md")).stream()
            .filter(line -> line.startsWith("| [`"))
            .toList();

    assertThat(lines)
        .containsExactlyElementsOf(
            RealData.SHELF.queries().stream().map(ShelfIsDocumentedTest::line).toList());
  }

  @Test
  void theReadmeNamesEachKind() throws IOException {
    String readme = Files.readString(Path.of("queries", "README.md"));

    assertThat(Stream.of(ParameterKind.values()).map(kind -> "| `" + kind.word() + "` |"))
        .allMatch(readme::contains);
  }

  private static String line(NamedQuery query) {
    List<String> parameters =
        query.parameters().stream()
            .filter(parameter -> !parameter.equals(Parameter.LANG))
            .map(p -> "`" + p.name() + "`" + (p.required() ? "" : " (optional)"))
            .toList();
    return "| [`%s`](%s.rq) | %s | %s | %s |"
        .formatted(
            query.name(),
            query.name(),
            parameters.isEmpty() ? "–" : String.join(", ", parameters),
            query.title().in("en"),
            query.title().in("zh"));
  }
}
