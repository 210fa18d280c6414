package org.bluethread.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation.
 *
 * @param file where it stands
 * @param text what it says
 */
record Markdown(Path file, String text) {
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.*)$");
  private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern CELL = Pattern.compile("(?<!\\\\)\\|");

  static Markdown of(String file) {
    return of(Path.of(file));
  }

  static Markdown of(Path file) {
    try {
      return new Markdown(file, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All pages that people read: those at the root, under docs, and the READMEs of folders. */
  static List<Markdown> all() {
    return Stream.of(".", "docs", "data", "queries")
        .flatMap(folder -> files(Path.of(folder), folder.equals("docs") ? Integer.MAX_VALUE : 1))
        .filter(file -> file.toString().endsWith(".md"))
        .sorted()
        .map(Markdown::of)
        .toList();
  }

  private static Stream<Path> files(Path folder, int depth) {
    try (Stream<Path> files = Files.walk(folder, depth)) {
      return files.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What stands from a heading to the next of its level or above. */
  String section(String heading) {
    Pattern section =
        Pattern.compile("(?ms)^(#+) " + Pattern.quote(heading) + "$(.*?)(?=^#{1,6} |\\z)");
    return section
        .matcher(text)
        .results()
        .map(found -> found.group(2))
        .findFirst()
        .orElseThrow(() -> new AssertionError(file + " has no section \"" + heading + "\""));
  }

  /** The rows of the tables in a section, cell by cell, without the lines under their heads. */
  List<List<String>> rows(String heading) {
    return section(heading)
        .lines()
        .filter(line -> line.startsWith("|") && !line.startsWith("|---"))
        .map(Markdown::cells)
        .toList();
  }

  private static List<String> cells(String line) {
    String inner = line.strip().replaceFirst("^\\|", "").replaceFirst("\\|$", "");
    return CELL.splitAsStream(inner).map(cell -> cell.strip().replace("\\|", "|")).toList();
  }

  /** What stands between backticks in a cell. */
  static List<String> code(String cell) {
    return Pattern.compile("`([^`]+)`").matcher(cell).results().map(m -> m.group(1)).toList();
  }

  /** The contents of code blocks in a language; of those without one for the empty word. */
  List<String> blocks(String language) {
    return FENCE
        .matcher(text)
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2))
        .toList();
  }

  /** What links lead to, those to other sites left out. */
  List<String> links() {
    return LINK.matcher(FENCE.matcher(text).replaceAll(""))
        .results()
        .map(link -> link.group(1))
        .filter(link -> !link.matches("[a-z]+:.*"))
        .toList();
  }

  /** The fragments that headings can be linked by. */
  List<String> anchors() {
    return HEADING
        .matcher(FENCE.matcher(text).replaceAll(""))
        .results()
        .map(heading -> anchor(heading.group(1)))
        .toList();
  }

  private static String anchor(String heading) {
    return heading
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .replace(' ', '-');
  }

  /** Calls of the program, in code of either kind, as words. */
  List<List<String>> calls() {
    return Pattern.compile("\\./bluethread((?: +[^\\s`#|;)]+)+)")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .map(call -> Arrays.asList(call.split(" +", -1)))
        .map(words -> words.subList(1, words.size()))
        .toList();
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
