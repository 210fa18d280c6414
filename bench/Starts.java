import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the ahead-of-time cache is worth: the time from the launcher's start to the first answer at
 * {@code /sparql}, over a data directory with all that is shipped, with the cache and without,
 * taking turns. The first start fills the directory and counts for nothing; before it, the launcher
 * makes the cache.
 *
 * <p>Run by {@code mvn -q -Pbench -Dbench=Starts -Dargs="10"}: how many starts of each kind. The
 * program must be built and the JDK be 25 or newer.
 */
final class Starts {
  /** A flag that the launcher leaves the cache out for, and the default of the JVM otherwise. */
  private static final String WITHOUT = "-Xshare:auto";

  private static final String QUESTION =
      "SELECT ?c (COUNT(DISTINCT ?s) AS ?n) { ?s a ?c } GROUP BY ?c ORDER BY DESC(?n)";

  private final HttpClient client = HttpClient.newHttpClient();
  private final Path data;

  private Starts(Path data) {
    this.data = data;
  }

  public static void main(String[] arguments) throws Exception {
    int rounds = arguments.length == 0 ? 10 : Integer.parseInt(arguments[0]);
    Path data = Files.createTempDirectory("bluethread-starts");
    try {
      new Starts(data).run(rounds);
    } finally {
      try (Stream<Path> files = Files.walk(data)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private void run(int rounds) throws IOException, InterruptedException {
    firstAnswer("");
    List<Double> with = new ArrayList<>();
    List<Double> without = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      with.add(firstAnswer(""));
      without.add(firstAnswer(WITHOUT));
    }
    System.out.printf("seconds to the first answer, %d starts of each kind%n", rounds);
    print("with the cache", with);
    print("without", without);
    System.out.printf("ratio of the medians %.2f%n", median(with) / median(without));
  }

  /** Starts the server, asks it once, stops it; gives the seconds to the end of the answer. */
  private double firstAnswer(String flags) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder("./bluethread", "serve", "--port", "0", "--data", data.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("JAVA_OPTS", flags);
    builder.environment().remove("JDK_JAVA_OPTIONS");
    long start = System.nanoTime();
    Process server = builder.start();
    try (BufferedReader out = server.inputReader(StandardCharsets.UTF_8)) {
      String ready = out.readLine();
      if (ready == null) {
        throw new IllegalStateException("The server did not start: call ./bluethread serve.");
      }
      URI question =
          URI.create(ready.substring("ready ".length()) + "sparql")
              .resolve("?query=" + URLEncoder.encode(QUESTION, StandardCharsets.UTF_8));
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(question).build(), HttpResponse.BodyHandlers.ofString());
      double seconds = (System.nanoTime() - start) / 1e9;
      if (answer.statusCode() != 200) {
        throw new IllegalStateException("The answer was " + answer.statusCode());
      }
      return seconds;
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  private static void print(String name, List<Double> seconds) {
    List<Double> sorted = seconds.stream().sorted().toList();
    System.out.printf(
        "%-15s median %.2f, from %.2f to %.2f%n",
        name, median(seconds), sorted.getFirst(), sorted.getLast());
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
