package org.bluethread.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * No file of the project holds a run of 18 or more characters, white space left out, that stands in
 * a source document; names that the data marks as official, addresses and symbols aside. The
 * documents are Chinese: what they print in Latin letters is names and addresses, broken over
 * lines, so a run counts if it holds a Chinese character. It needs the source documents and runs
 * with {@code -Dseeds=FOLDER} only.
 */
@Tag("seeds")
final class OwnWordsTest {
  private static final int LENGTH = 18;
  private static final Set<String> FOLDERS =
      Set.of("bench", "data", "docs", "ontology", "queries", "shapes", "src", ".ci");
  private static final Pattern ADDRESS_OR_SYMBOL =
      Pattern.compile(
          "(https?://|www\\.)[A-Za-z0-9/?=._~:#@!$&'()*+,;%-]+|[A-Z]+(/[A-Z0-9.-]+){2,}");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

  /** In the place of a name or address: nothing that is written holds it. */
  private static final String GAP = "\u0000";

  @Test
  void nothingIsCopied() throws IOException {
    Set<String> runs = runs();
    List<String> names = officialNames();
    List<String> copied = new ArrayList<>();
    for (Path file : projectFiles()) {
      copied.addAll(copied(file + ": ", Files.readString(file), runs, names));
    }
    assertThat(copied).isEmpty();
  }

  @Test
  void aCopiedRunIsFoundAcrossSpacesAndLines() throws IOException {
    Set<String> runs = runs();
    String run = new TreeSet<>(runs).last();
    String spread = "a label: " + run.substring(0, 7) + "\n  " + run.substring(7) + " and on";
    assertThat(copied("", spread, runs, List.of())).hasSize(1);
    assertThat(copied("", run.substring(1), runs, List.of())).isEmpty();
    assertThat(copied("", spread, runs, List.of(run))).isEmpty();
  }

  private static List<String> copied(
      String file, String text, Set<String> runs, List<String> names) {
    String rest = squashed(ADDRESS_OR_SYMBOL.matcher(text).replaceAll(GAP));
    for (String name : names) {
      rest = rest.replace(name, GAP);
    }
    List<String> found = new ArrayList<>();
    for (int i = 0; i + LENGTH <= rest.length(); i++) {
      String run = rest.substring(i, i + LENGTH);
      if (runs.contains(run)) {
        found.add(file + rest.substring(i, Math.min(rest.length(), i + 40)));
        i += LENGTH;
      }
    }
    return found;
  }

  private static Set<String> runs() throws IOException {
    String folder = System.getProperty("seeds");
    assumeThat(folder).as("-Dseeds").isNotNull();
    Set<String> runs = new HashSet<>();
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".txt")).toList()) {
        // Extracted text: bytes that are no UTF-8 are replaced.
        String text =
            squashed(
                ADDRESS_OR_SYMBOL
                    .matcher(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                    .replaceAll(GAP));
        for (int i = 0; i + LENGTH <= text.length(); i++) {
          String run = text.substring(i, i + LENGTH);
          if (!run.contains(GAP) && HAN.matcher(run).find()) {
            runs.add(run);
          }
        }
      }
    }
    assertThat(runs).as("runs of the source documents in " + folder).hasSizeGreaterThan(50_000);
    return runs;
  }

  /** Names that are long enough to be caught, the longest first. */
  private static List<String> officialNames() {
    DatasetGraph data = DatasetFactory.create().asDatasetGraph();
    try (Stream<Path> files = Files.walk(Path.of("data"))) {
      files
          .filter(file -> file.toString().endsWith(".trig"))
          .forEach(file -> RDFDataMgr.read(data, file.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Set<String> names = new HashSet<>();
    try (QueryExec query =
        QueryExec.dataset(data)
            .query(
                """
                PREFIX bt: <https://w3id.org/bluethread/ontology#>
                PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                SELECT ?name {
                  GRAPH ?register {
                    ?thing bt:officialLabelIn ?language ; skos:prefLabel|skos:altLabel ?name
                    FILTER(LANG(?name) = STR(?language))
                  }
                }
                """)
            .build()) {
      query
          .select()
          .forEachRemaining(row -> names.add(squashed(row.get("name").getLiteralLexicalForm())));
    }
    return names.stream()
        .filter(name -> name.length() >= LENGTH / 2)
        .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(name -> name))
        .toList();
  }

  private static List<Path> projectFiles() throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> top = Files.list(Path.of(""))) {
      for (Path path : top.sorted().toList()) {
        if (Files.isRegularFile(path)) {
          files.add(path);
        } else if (FOLDERS.contains(path.toString())) {
          try (Stream<Path> walk = Files.walk(path)) {
            walk.filter(Files::isRegularFile)
                .filter(file -> !file.toString().contains("node_modules"))
                .sorted()
                .forEach(files::add);
          }
        }
      }
    }
    return files;
  }

  private static String squashed(String text) {
    return WHITE_SPACE.matcher(text).replaceAll("");
  }
}
