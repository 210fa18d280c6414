import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Holds every Java source to google-java-format. {@code mvn verify} runs it with {@code check},
 * {@code mvn -Pformat} with {@code fix}.
 *
 * <p>A program of its own because the formatter parses with the compiler of the JVM it runs in, and
 * Maven may itself run on a JVM too old for this project's language level.
 */
final class Format {
  private Format() {}

  public static void main(String[] args) throws IOException {
    boolean fix =
        switch (args.length == 0 ? "" : args[0]) {
          case "check" -> false;
          case "fix" -> true;
          default -> throw new IllegalArgumentException("usage: Format check|fix FOLDER...");
        };
    var formatter = new Formatter();
    List<String> wrong = new ArrayList<>();
    boolean broken = false;
    for (Path file : javaFiles(args)) {
      String text = Files.readString(file);
      String wanted;
      try {
        wanted = formatter.formatSourceAndFixImports(text);
      } catch (FormatterException e) {
        System.err.println("cannot be parsed: " + file + ": " + e.getMessage());
        broken = true;
        continue;
      }
      if (wanted.equals(text)) {
        continue;
      }
      if (fix) {
        Files.writeString(file, wanted);
        System.out.println("formatted: " + file);
      } else {
        wrong.add("not formatted: " + file + ", first at line " + firstDifference(text, wanted));
      }
    }
    wrong.forEach(System.err::println);
    if (!wrong.isEmpty()) {
      System.err.println("To rewrite " + wrong.size() + " file(s): mvn -Pformat");
    }
    if (broken || !wrong.isEmpty()) {
      System.exit(1);
    }
  }

  private static List<Path> javaFiles(String[] args) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder : List.of(args).subList(1, args.length)) {
      Path root = Path.of(folder);
      if (Files.isDirectory(root)) {
        try (Stream<Path> tree = Files.walk(root)) {
          tree.filter(file -> file.toString().endsWith(".java")).sorted().forEach(files::add);
        }
      }
    }
    return files;
  }

  private static int firstDifference(String text, String wanted) {
    List<String> left = text.lines().toList();
    List<String> right = wanted.lines().toList();
    int line = 0;
    while (line < Math.min(left.size(), right.size()) && left.get(line).equals(right.get(line))) {
      line++;
    }
    return line + 1;
  }
}
