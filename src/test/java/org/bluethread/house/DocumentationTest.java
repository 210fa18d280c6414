package org.bluethread.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.bluethread.BlueThread;
import org.bluethread.command.ExitCode;
import org.bluethread.facade.Settings;
import org.bluethread.facade.access.Scope;
import org.bluethread.facade.problem.ProblemKind;
import org.bluethread.support.Routes;
import org.bluethread.vocabulary.BT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Whatever users, operators and modellers can meet is named in the page for them, and nothing else
 * is: commands, options, routes, problems, settings, headers, measures, terms, packages, classes.
 * The named queries' page has a test of its own.
 */
final class DocumentationTest {
  private static final Markdown OPERATING = Markdown.of("docs/operating.md");
  private static final Markdown API = Markdown.of("docs/api.md");
  private static final Markdown ONTOLOGY = Markdown.of("docs/ontology.md");
  private static final Markdown README = Markdown.of("README.md");
  private static final Pattern DECLARATION =
      Pattern.compile("(?m)^(?:[a-z]+ )*(?:class|record|interface|enum) \\w+");

  @Test
  void eachCommandIsNamedWithItsArgumentsOptionsAndDefaults() {
    Map<String, Map<String, String>> documented = new TreeMap<>();
    String command = "";
    for (List<String> row : OPERATING.rows("Commands").stream().skip(1).toList()) {
      command = row.get(0).isEmpty() ? command : row.get(0).replace("`", "");
      Map<String, String> options = documented.computeIfAbsent(command, c -> new TreeMap<>());
      Markdown.code(row.get(1)).forEach(option -> options.put(option, row.get(3).replace("`", "")));
    }
    Map<String, Map<String, String>> actual = new TreeMap<>();
    subcommands().forEach((name, line) -> actual.put(name, arguments(line)));
    actual.put("all", Map.of("--data", "./var"));

    assertThat(documented.keySet()).isEqualTo(actual.keySet());
    actual.forEach(
        (name, arguments) -> {
          assertThat(documented.get(name).keySet()).as(name).isEqualTo(arguments.keySet());
          arguments.forEach(
              (option, usual) ->
                  assertThat(documented.get(name).get(option))
                      .as(name + " " + option)
                      .contains(usual));
        });
  }

  /** Arguments and options by name, with what holds when they are not given. */
  private static Map<String, String> arguments(CommandLine command) {
    Map<String, String> arguments = new TreeMap<>();
    for (PositionalParamSpec argument : command.getCommandSpec().positionalParameters()) {
      String several = argument.arity().isVariable() ? "…" : "";
      arguments.put(argument.paramLabel() + several, "");
    }
    for (OptionSpec option : command.getCommandSpec().options()) {
      if (!option.usageHelp() && !option.versionHelp() && !option.longestName().equals("--data")) {
        arguments.put(option.longestName(), usual(option));
      }
    }
    return arguments;
  }

  private static String usual(ArgSpec argument) {
    String value = argument.defaultValue();
    return value == null || value.equals("false") || value.startsWith("_") ? "" : value;
  }

  private static Map<String, CommandLine> subcommands() {
    return new CommandLine(BlueThread.class).getSubcommands();
  }

  @Test
  void allCommandsHaveTheOptionThatStandsUnderAll() {
    assertThat(subcommands().values())
        .extracting(command -> command.getCommandSpec().findOption("--data").defaultValue())
        .containsOnly("./var");
  }

  @Test
  void eachExitCodeIsNamed() throws IllegalAccessException {
    Set<String> actual = new TreeSet<>(Set.of("69")); // The launcher's own.
    for (Field code : ExitCode.class.getFields()) {
      actual.add(Integer.toString(code.getInt(null)));
    }

    assertThat(OPERATING.rows("Exit codes").stream().skip(1).map(row -> row.get(0)))
        .containsExactlyInAnyOrderElementsOf(actual);
  }

  @Test
  void eachRouteIsNamedWithItsMethods(@TempDir Path folder) throws ReflectiveOperationException {
    Map<String, Set<String>> documented = new TreeMap<>();
    for (List<String> row : API.rows("Routes").stream().skip(1).toList()) {
      for (String path : Markdown.code(row.get(0))) {
        documented
            .computeIfAbsent(path, p -> new TreeSet<>())
            .addAll(List.of(row.get(1).split(", ", -1)));
      }
    }

    assertThat(documented).isEqualTo(Routes.of(folder));
  }

  @Test
  void eachProblemIsNamedWithItsStatus() {
    Map<String, Set<String>> actual = new TreeMap<>();
    Sources.find(
            "ProblemKind\\.(?!BASE)([A-Z_]+)\\b(?! ==)"
                + "(?:(?:(?!ProblemKind)[^;])*?\\)(\\.with\\())?")
        .forEach(
            problem -> {
              ProblemKind kind = ProblemKind.valueOf(problem.group(1));
              actual
                  .computeIfAbsent(kind.shortName(), name -> new TreeSet<>())
                  .add(problem.group(2) == null ? Integer.toString(kind.status()) : "any");
            });
    Map<String, Set<String>> documented = new LinkedHashMap<>();
    API.rows("Problems").stream()
        .skip(1)
        .forEach(
            row ->
                documented.put(
                    Markdown.code(row.get(0)).get(0),
                    new TreeSet<>(List.of(row.get(1).split(", ", -1)))));

    assertThat(actual).as("a kind that no problem is of").hasSameSizeAs(ProblemKind.values());
    assertThat(documented.keySet()).isEqualTo(actual.keySet());
    actual.forEach(
        (kind, statuses) -> assertThat(documented.get(kind)).as(kind).isEqualTo(statuses));
  }

  @Test
  void eachLimitIsNamedWithItsValue() {
    Settings usual = Settings.usual("test");
    String limits = OPERATING.section("Limits");

    assertThat(Arrays.stream(Settings.class.getRecordComponents()).map(RecordComponent::getName))
        .filteredOn(name -> !name.equals("build"))
        .allSatisfy(name -> assertThat(limits).contains("(`" + name + "`)"));
    assertThat(limits)
        .contains("| " + usual.queryTimeout().toSeconds() + " seconds")
        .contains("| " + usual.mostBytes() / (1024 * 1024) + " MiB");
  }

  @Test
  void eachVariableAndSystemPropertyIsNamed() throws IOException {
    Set<String> actual = new TreeSet<>();
    Sources.find("System\\.getenv\\(([^)]+)\\)").forEach(m -> actual.add(Sources.text(m.group(1))));
    Sources.find("System\\.getProperty\\(([^,)]+)")
        .forEach(m -> actual.add(Sources.text(m.group(1))));
    Pattern.compile("\\$\\{([A-Z_]+):-")
        .matcher(Files.readString(Path.of("bluethread")))
        .results()
        .map(m -> m.group(1))
        .filter(name -> !name.equals("HOME"))
        .forEach(actual::add);
    Set<String> documented = new TreeSet<>();
    OPERATING.rows("Settings").forEach(row -> documented.addAll(Markdown.code(row.get(0))));

    assertThat(documented).isEqualTo(actual);
  }

  @Test
  void eachScopeIsNamed() {
    Set<String> actual = new TreeSet<>();
    Stream.of(Scope.values()).forEach(scope -> actual.add(scope.name().toLowerCase(Locale.ROOT)));
    Set<String> documented = new TreeSet<>();
    OPERATING.rows("Tokens").forEach(row -> documented.addAll(Markdown.code(row.get(0))));

    assertThat(documented).isEqualTo(actual);
  }

  @Test
  void eachHeaderOfOursIsNamed() {
    assertThat(Sources.find("\"(BlueThread-[A-Za-z-]+)\"").stream().map(m -> m.group(1)).distinct())
        .isNotEmpty()
        .allSatisfy(header -> assertThat(API.text()).contains("`" + header + "`"));
  }

  @Test
  void eachMeasureOfOursIsNamed() {
    String section = OPERATING.section("Logs, metrics, health");

    assertThat(Sources.find("builder\\(\"([a-z.]+)\"").stream().map(m -> m.group(1)).distinct())
        .isNotEmpty()
        .allSatisfy(measure -> assertThat(section).contains("`" + measure.replace('.', '_')));
  }

  @Test
  void eachFileOfTheDataDirectoryIsNamed() {
    Pattern resolved = Pattern.compile("(?:path|directory)\\.resolve\\((\"[a-z-]+\"|[A-Z]+)\\)");
    Set<String> actual = new TreeSet<>();
    Sources.files()
        .forEach(
            (file, text) ->
                resolved
                    .matcher(text)
                    .results()
                    .forEach(name -> actual.add(Sources.text(name.group(1), text))));
    Set<String> documented = new TreeSet<>();
    OPERATING.rows("The data directory").stream()
        .flatMap(row -> Markdown.code(row.get(0)).stream())
        .forEach(name -> documented.add(name.replace("/", "")));

    assertThat(documented).isEqualTo(actual);
  }

  @Test
  void eachTermOfTheOntologyHasALabelInSixLanguagesADefinitionAndAnExampleInTwo() {
    Graph ontology = RDFDataMgr.loadGraph("ontology/bluethread.ttl");
    Set<Node> terms = terms(ontology);

    assertThat(terms).isNotEmpty();
    for (Node term : terms) {
      assertThat(languages(ontology, term, RDFS.Nodes.label))
          .as(term + " label")
          .containsExactlyInAnyOrder("en", "zh", "fr", "es", "ru", "ar");
      for (Node property : List.of(RDFS.Nodes.comment, SKOS.example.asNode())) {
        assertThat(languages(ontology, term, property))
            .as(term + " " + property.getLocalName())
            .containsExactlyInAnyOrder("en", "zh");
      }
    }
  }

  @Test
  void theChangeLogOfTheOntologyNamesEachTermAndBeginsWithItsVersion() {
    Graph ontology = RDFDataMgr.loadGraph("ontology/bluethread.ttl");
    List<String> versions =
        Pattern.compile("(?m)^### (\\d+\\.\\d+\\.\\d+)$")
            .matcher(ONTOLOGY.text())
            .results()
            .map(heading -> heading.group(1))
            .toList();
    List<String> named =
        versions.stream()
            .flatMap(version -> Markdown.code(ONTOLOGY.section(version)).stream())
            .filter(code -> code.matches("\\w+"))
            .toList();

    assertThat(
            ontology
                .find(Node.ANY, OWL2.versionInfo.asNode(), Node.ANY)
                .mapWith(triple -> triple.getObject().getLiteralLexicalForm())
                .toList())
        .containsExactly(versions.get(0));
    assertThat(named)
        .containsExactlyInAnyOrderElementsOf(
            terms(ontology).stream().map(Node::getLocalName).toList());
  }

  private static Set<Node> terms(Graph ontology) {
    return ontology
        .find(Node.ANY, RDF.Nodes.type, Node.ANY)
        .mapWith(triple -> triple.getSubject())
        .filterKeep(term -> term.isURI() && term.getURI().startsWith(BT.NS))
        .toSet();
  }

  private static List<String> languages(Graph graph, Node subject, Node property) {
    return graph
        .find(subject, property, Node.ANY)
        .mapWith(triple -> triple.getObject().getLiteralLanguage())
        .toList();
  }

  @Test
  void eachPackageSaysWhatItIsFor() throws IOException {
    List<Path> silent = new ArrayList<>();
    try (Stream<Path> folders = Files.walk(Sources.ROOT)) {
      for (Path folder : folders.filter(Files::isDirectory).toList()) {
        boolean hasClasses =
            Sources.files().keySet().stream().anyMatch(file -> file.getParent().equals(folder));
        if (hasClasses && !Files.exists(folder.resolve("package-info.java"))) {
          silent.add(folder);
        }
      }
    }

    assertThat(silent).isEmpty();
  }

  @Test
  void eachClassSaysWhatItIsFor() {
    assertThat(Sources.files().entrySet())
        .filteredOn(file -> !file.getKey().endsWith("package-info.java"))
        .allSatisfy(
            file -> {
              Pattern documented = Pattern.compile("(?s)\\*/\\s*(?:@.*)?$");
              String before = DECLARATION.split(file.getValue(), 2)[0];
              assertThat(before).as(file.getKey().toString()).containsPattern(documented);
            });
  }

  @Test
  void theReadmesPictureIsTheHouses() throws IOException {
    String test = Files.readString(Path.of("src/test/java/org/bluethread/house/HouseTest.java"));
    List<String> picture =
        README.blocks("").stream().filter(block -> block.contains("command/")).toList();
    Set<String> rooms = new TreeSet<>();
    Pattern.compile("\\.layer\\(\"(\\d) ([^\"]+)\"\\)")
        .matcher(test)
        .results()
        .filter(floor -> !floor.group(2).equals("front door"))
        .forEach(
            floor -> {
              for (String room : floor.group(2).split(", ", -1)) {
                rooms.add(room);
                assertThat(picture)
                    .singleElement()
                    .satisfies(
                        text ->
                            assertThat(text.lines())
                                .as(floor.group(1) + " " + room)
                                .anyMatch(
                                    line ->
                                        line.startsWith(floor.group(1))
                                            && line.contains(room + "/")));
              }
            });

    try (Stream<Path> folders = Files.list(Sources.ROOT.resolve("org/bluethread"))) {
      assertThat(folders.filter(Files::isDirectory).map(folder -> folder.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(rooms);
    }
  }
}
