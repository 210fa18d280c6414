package org.bluethread.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.query.QueryFactory;
import org.bluethread.BlueThread;
import org.bluethread.query.Shelf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What the pages lead to is there: links, calls, named queries, queries, an answer. */
final class DocumentationIsTrueTest {
  private static final Shelf SHELF = Shelf.load(Path.of("queries"));

  static List<Markdown> pages() {
    return Markdown.all();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void eachLinkLeadsToAFileAndAHeadingInIt(Markdown page) {
    for (String link : page.links()) {
      String[] parts = link.split("#", 2);
      Path folder = page.file().toAbsolutePath().getParent();
      Path target = parts[0].isEmpty() ? page.file() : folder.resolve(parts[0]).normalize();
      assertThat(target).as("link " + link).exists();
      if (parts.length == 2) {
        assertThat(Markdown.of(target).anchors()).as("link " + link).contains(parts[1]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void eachCallOfTheProgramIsOneItTakes(Markdown page) {
    CommandLine program = new CommandLine(BlueThread.class);
    Set<String> queries =
        SHELF.queries().stream().map(query -> query.name()).collect(Collectors.toSet());
    for (List<String> call : page.calls()) {
      CommandLine command = program.getSubcommands().get(call.get(0));
      assertThat(command).as("command of " + call).isNotNull();
      for (String word : call) {
        if (word.startsWith("--")) {
          assertThat(command.getCommandSpec().findOption(word.replaceFirst("=.*", "")))
              .as(word + " of " + call)
              .isNotNull();
        }
      }
      if (call.get(0).equals("query") && call.size() > 1 && call.get(1).matches("[a-z0-9-]{2,}")) {
        assertThat(queries).as("query of " + call).contains(call.get(1));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void eachAddressOfANamedQueryHasOneWithThoseParameters(Markdown page) {
    Pattern address = Pattern.compile("/queries/([a-z0-9-]+)(?:\\?([^\\s'`\")]*))?");
    Set<String> everywhere = Set.of("lang", "format", "limit", "offset", "after");
    for (MatchResult found : address.matcher(page.text()).results().toList()) {
      assertThat(SHELF.find(found.group(1)))
          .as(found.group())
          .hasValueSatisfying(
              query ->
                  assertThat(names(found.group(2)))
                      .allMatch(
                          name ->
                              everywhere.contains(name)
                                  || query.parameters().stream()
                                      .anyMatch(known -> known.name().equals(name))));
    }
  }

  private static Stream<String> names(String parameters) {
    return parameters == null
        ? Stream.empty()
        : Stream.of(parameters.split("&", -1)).map(one -> one.replaceFirst("=.*", ""));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void eachQueryShownIsSparql(Markdown page) {
    for (String query : page.blocks("sparql")) {
      assertThatCode(() -> QueryFactory.create(query)).as(query).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void eachTestAndSourceNamedIsThere(Markdown page) throws IOException {
    List<String> files;
    try (Stream<Path> walk = Files.walk(Path.of("src"))) {
      files = walk.map(file -> "/" + file.toString().replace('\\', '/')).toList();
    }
    Pattern named = Pattern.compile("`([a-z]+/\\w+\\.java|\\w+Test)`");
    for (MatchResult found : named.matcher(page.text()).results().toList()) {
      String file = "/" + found.group(1).replaceFirst("Test$", "Test.java");
      assertThat(files).as(file).anyMatch(known -> known.endsWith(file) || isAtRoot(file));
    }
  }

  private static boolean isAtRoot(String file) {
    return Files.exists(Path.of(file.substring(1)));
  }

  @Test
  void theReadmesAnswerIsTheOneWorkedOutByHand() throws IOException {
    List<String> golden =
        Files.readAllLines(Path.of("src/test/golden/outputs-by-organ.finance-committee.csv"));
    String shown =
        Markdown.of("README.md").blocks("").stream()
            .filter(block -> block.startsWith("code "))
            .findFirst()
            .orElseThrow();
    List<String> rows =
        shown
            .lines()
            .filter(line -> line.matches("\\d.* {2}.*"))
            .map(line -> String.join(",", List.of(line.split(" {2,}", -1)).subList(0, 3)))
            .toList();

    assertThat(rows).isNotEmpty().isSubsetOf(golden);
    assertThat(shown).contains(golden.size() - 1 + " rows");
  }

  @Test
  void theChangelogNamesThisVersion() throws IOException {
    Pattern version = Pattern.compile("<artifactId>bluethread</artifactId>\\s*<version>([^<]+)<");
    String pom = Files.readString(Path.of("pom.xml"));

    assertThat(version.matcher(pom).results().map(found -> found.group(1)))
        .singleElement()
        .satisfies(
            number ->
                assertThat(Markdown.of("CHANGELOG.md").text()).contains("## [" + number + "]"));
  }
}
