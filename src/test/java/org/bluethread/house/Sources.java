package org.bluethread.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The program's sources as text, for what neither reflection nor byte code shows. */
final class Sources {
  static final Path ROOT = Path.of("src/main/java");

  private static final Map<Path, String> FILES = read();

  private Sources() {}

  private static Map<Path, String> read() {
    Map<Path, String> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(ROOT)) {
      for (Path file : walk.filter(path -> path.toString().endsWith(".java")).toList()) {
        files.put(file, Files.readString(file));
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Texts by file. */
  static Map<Path, String> files() {
    return FILES;
  }

  /** Every place where a pattern is found. */
  static List<MatchResult> find(String pattern) {
    Pattern compiled = Pattern.compile(pattern);
    return FILES.values().stream().flatMap(text -> compiled.matcher(text).results()).toList();
  }

  /** What a string expression is worth: a literal, or a constant of the program that is one. */
  static String text(String expression) {
    return text(expression, String.join("\n", FILES.values()));
  }

  /** What a string expression is worth: a literal, or a constant in the source that is one. */
  static String text(String expression, String source) {
    if (expression.startsWith("\"")) {
      return expression.substring(1, expression.length() - 1);
    }
    String name = expression.substring(expression.lastIndexOf('.') + 1);
    return Pattern.compile("String " + Pattern.quote(name) + " = \"([^\"]*)\"")
        .matcher(source)
        .results()
        .map(found -> found.group(1))
        .findFirst()
        .orElseThrow(() -> new AssertionError("What is " + expression + "?"));
  }
}
