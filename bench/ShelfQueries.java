import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sys.JenaSystem;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Release;
import org.bluethread.graph.Store;
import org.bluethread.query.Answer;
import org.bluethread.query.NamedQuery;
import org.bluethread.query.Parameter;
import org.bluethread.query.QueryRun;
import org.bluethread.query.Shelf;
import org.bluethread.query.SnapshotThings;

/**
 * Each query of the shelf, asked with the example it gives itself, beside a plain listing of a
 * thousand labels, in one process and one run. The queries take turns; the median of the rounds is
 * told as a multiple of the listing's, the slowest first.
 *
 * <p>Run by {@code mvn -q -Pbench -Dbench=ShelfQueries}.
 */
final class ShelfQueries {
  private static final int ROUNDS = 9;
  private static final int WARM_UP = 6;
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final String LISTING =
      "SELECT ?s ?l { ?s <http://www.w3.org/2004/02/skos/core#prefLabel> ?l } LIMIT 1000";

  public static void main(String[] arguments) throws Exception {
    JenaSystem.init();
    KnowledgeGraph graph =
        KnowledgeGraph.open(Store.inMemory(), Files.createTempDirectory("bench"));
    new Release(Path.of("").toAbsolutePath()).load(graph);
    Map<String, Runnable> turns = new LinkedHashMap<>();
    turns.put("a thousand labels", () -> list(graph));
    for (NamedQuery query : Shelf.load(Path.of("queries").toAbsolutePath()).queries()) {
      turns.put(query.name(), () -> ask(graph, query));
    }

    Map<String, List<Long>> times = new LinkedHashMap<>();
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      for (Map.Entry<String, Runnable> turn : turns.entrySet()) {
        long start = System.nanoTime();
        turn.getValue().run();
        long time = System.nanoTime() - start;
        if (round >= 0) {
          times.computeIfAbsent(turn.getKey(), name -> new ArrayList<>()).add(time);
        }
      }
    }

    double listing = median(times.get("a thousand labels"));
    times.entrySet().stream()
        .sorted(Comparator.comparingDouble(entry -> -median(entry.getValue())))
        .forEach(
            entry ->
                System.out.printf(
                    "%-42s %7.1f   (%.1f to %.1f)%n",
                    entry.getKey(),
                    median(entry.getValue()) / listing,
                    entry.getValue().stream().min(Long::compare).orElseThrow() / listing,
                    entry.getValue().stream().max(Long::compare).orElseThrow() / listing));
    System.exit(0);
  }

  private static void ask(KnowledgeGraph graph, NamedQuery query) {
    Map<String, List<String>> given =
        query.parameters().stream()
            .filter(parameter -> !parameter.equals(Parameter.LANG))
            .collect(Collectors.toMap(Parameter::name, parameter -> List.of(parameter.example())));
    graph.read(
        snapshot -> {
          try (QueryRun run =
              QueryRun.start(query.bind(given, new SnapshotThings(snapshot)), snapshot, TIMEOUT)) {
            ((Answer.Rows) run.answer()).rows().forEachRemaining(row -> {});
          }
          return true;
        });
  }

  private static void list(KnowledgeGraph graph) {
    graph.read(
        snapshot -> {
          try (QueryExec exec = QueryExec.dataset(snapshot.dataset()).query(LISTING).build()) {
            exec.select().forEachRemaining(row -> {});
          }
          return true;
        });
  }

  private static double median(List<Long> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
