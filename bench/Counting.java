import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.vocabulary.RDF;
import org.bluethread.gate.Delta;
import org.bluethread.graph.Author;
import org.bluethread.graph.CommitListener;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Release;
import org.bluethread.graph.Snapshot;
import org.bluethread.graph.Store;
import org.bluethread.graph.WriteRequest;
import org.bluethread.publish.catalogue.Dumps;
import org.bluethread.publish.partition.PartitionIndex;
import org.bluethread.publish.partition.Partitions;

/**
 * What the figures of classes and properties cost, in milliseconds: counting all of what is shipped
 * and of a million triples on disk, and following a commit of 1, 100 and 10,000 things with three
 * statements each; and what making the files of a release costs.
 *
 * <p>{@code mvn -q -Pbench -Dbench=Counting}
 */
final class Counting {
  private static final int ROUNDS = 7;
  private static final Random RANDOM = new Random(7);

  private Counting() {}

  public static void main(String[] arguments) throws IOException {
    JenaSystem.init();
    Path folder = Files.createTempDirectory("bench");
    try (KnowledgeGraph shipped = open(folder.resolve("shipped"));
        KnowledgeGraph large = open(folder.resolve("large"))) {
      Release release = new Release(Path.of("").toAbsolutePath());
      release.load(shipped);
      measure("shipped", shipped);
      String fingerprint = shipped.read(Release::fingerprint).orElseThrow();
      for (int i = 0; i < 3; i++) {
        Dumps dumps = new Dumps(folder.resolve("dumps" + i), release, "bench");
        System.out.printf("files of the release: %.0f%n", millis(() -> dumps.of(fingerprint)));
      }
      for (int i = 0; i < 10; i++) {
        write(large, 33_334, 40_000 + i * 100_000);
      }
      measure("large", large);
    }
  }

  private static KnowledgeGraph open(Path folder) {
    return KnowledgeGraph.open(Store.onDisk(folder.resolve("store")), folder.resolve("log"));
  }

  private static void measure(String name, KnowledgeGraph graph) {
    double[] counts = new double[ROUNDS];
    Partitions partitions = null;
    for (int i = 0; i < ROUNDS; i++) {
      PartitionIndex index = PartitionIndex.follow(graph);
      long start = System.nanoTime();
      partitions = graph.read(index::of);
      counts[i] = (System.nanoTime() - start) / 1e6;
    }
    System.out.printf(
        "%s: %,d triples, %d classes, %d cells: counted in %s%n",
        name,
        partitions.triples(),
        partitions.classes().size(),
        partitions.classes().values().stream().mapToInt(c -> c.properties().size()).sum(),
        summary(counts));
    for (int things : new int[] {1, 100, 10_000}) {
      double[] commits = new double[ROUNDS];
      double[] asked = new double[ROUNDS];
      for (int i = 0; i < ROUNDS; i++) {
        Timed timed = new Timed(graph);
        write(graph, things, RANDOM.nextInt(1_000_000_000));
        commits[i] = timed.millis;
        asked[i] = millis(() -> graph.read(timed.index::of));
      }
      System.out.printf(
          "%s, commit of %d things: followed in %s; asked after it %s%n",
          name, things, summary(commits), summary(asked));
    }
  }

  /**
   * Passes one commit on to an index that has counted, before the graph does, and takes the time.
   */
  private static final class Timed implements CommitListener {
    private final PartitionIndex index;
    private double millis = -1;

    Timed(KnowledgeGraph graph) {
      graph.addListener(this);
      index = PartitionIndex.follow(graph);
      graph.read(index::of);
    }

    @Override
    public void committed(Snapshot snapshot, Delta delta) {
      if (millis < 0) {
        long start = System.nanoTime();
        index.committed(snapshot, delta);
        millis = (System.nanoTime() - start) / 1e6;
      }
    }
  }

  private static void write(KnowledgeGraph graph, int things, int seed) {
    graph.write(
        new WriteRequest(
            new Author("bench", true), "bench", "", "seed", target -> fill(target, things, seed)));
  }

  private static void fill(DatasetGraph target, int things, int seed) {
    for (int i = 0; i < things; i++) {
      Node graph = iri("graph", seed + i / 50);
      Node thing = iri("thing", seed + i);
      target.add(Quad.create(graph, thing, RDF.Nodes.type, iri("class", i % 40)));
      target.add(Quad.create(graph, thing, iri("p", i % 20), iri("thing", RANDOM.nextInt(1000))));
      target.add(
          Quad.create(
              graph, thing, iri("name", 0), NodeFactory.createLiteralString("thing " + seed + i)));
    }
  }

  private static Node iri(String kind, int number) {
    return NodeFactory.createURI("http://example.org/" + kind + "/" + number);
  }

  private static double millis(Supplier<?> work) {
    long start = System.nanoTime();
    work.get();
    return (System.nanoTime() - start) / 1e6;
  }

  private static String summary(double[] millis) {
    Arrays.sort(millis);
    return String.format(
        "%.1f (least %.1f, most %.1f)",
        millis[millis.length / 2], millis[0], millis[millis.length - 1]);
  }
}
