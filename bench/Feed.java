import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sys.JenaSystem;
import org.bluethread.facade.Facade;
import org.bluethread.graph.Author;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Store;
import org.bluethread.graph.WriteRequest;

/**
 * How fast the change feed is followed: a million quads in 2,000 graphs, got page by page over HTTP
 * and parsed, beside getting the same pages without looking at them, and beside {@code /export}; in
 * thousand triples a second. And how long the feed takes to be made, and to have a commit of one
 * statement.
 *
 * <p>{@code mvn -q -Pbench -Dbench=Feed}
 */
final class Feed {
  private static final int COMMITS = 10;
  private static final int GRAPHS_A_COMMIT = 200;
  private static final int QUADS_A_GRAPH = 500;
  private static final int ROUNDS = 3;
  private static final Node NODE = NodeFactory.createURI("https://w3id.org/tree#node");

  private Feed() {}

  public static void main(String[] arguments) throws IOException {
    JenaSystem.init();
    Path folder = Files.createTempDirectory("bench");
    KnowledgeGraph graph =
        KnowledgeGraph.open(Store.onDisk(folder.resolve("store")), folder.resolve("log"));
    for (int commit = 0; commit < COMMITS; commit++) {
      fill(graph, commit);
    }
    Served served = new Served(graph, folder);
    org.bluethread.publish.feed.Feed feed = served.feed;
    Facade facade = served.door();
    long start = System.nanoTime();
    feed.start();
    await(feed, graph);
    System.out.printf(
        "made in %.1f s: %,d bytes on %d pages%n",
        seconds(start), feed.edition().bytes(), feed.edition().leaves().size());
    for (int i = 0; i < 3; i++) {
      start = System.nanoTime();
      add(graph, quad("x:small", i));
      double committed = seconds(start);
      await(feed, graph);
      System.out.printf(
          "a commit of one statement: %.1f ms, in the feed after %.1f ms%n",
          committed * 1e3, seconds(start) * 1e3);
    }
    String root = "http://127.0.0.1:" + facade.start("127.0.0.1", 0);
    for (String format : List.of("nq", "trig")) {
      measure(root, format);
    }
    facade.close();
    feed.close();
    graph.close();
  }

  private static void measure(String root, String format) throws IOException {
    double[] followed = new double[ROUNDS];
    double[] loaded = new double[ROUNDS];
    double[] exported = new double[ROUNDS];
    long triples = 0;
    for (int i = 0; i < ROUNDS; i++) {
      Reader reader = new Reader(format);
      long start = System.nanoTime();
      reader.follow(root + "/feed?format=" + format);
      followed[i] = reader.triples / seconds(start) / 1e3;
      triples = reader.triples;
      start = System.nanoTime();
      for (String page : reader.pages) {
        get(page).close();
      }
      loaded[i] = triples / seconds(start) / 1e3;
      start = System.nanoTime();
      get(root + "/export?format=" + format).close();
      exported[i] = triples / seconds(start) / 1e3;
    }
    System.out.printf(
        "%s, %,d triples of versions: followed %.0f, the same pages only got %.0f, /export only got"
            + " %.0f thousand a second (best of %d)%n",
        format, triples, best(followed), best(loaded), best(exported), ROUNDS);
  }

  private static double best(double[] rates) {
    double best = 0;
    for (double rate : rates) {
      best = Math.max(best, rate);
    }
    return best;
  }

  /** A client that parses all pages and counts the statements of the members. */
  private static final class Reader {
    private final Lang lang;
    private final Set<String> pages = new HashSet<>();
    private long triples;

    Reader(String format) {
      this.lang = format.equals("nq") ? Lang.NQUADS : Lang.TRIG;
    }

    void follow(String page) throws IOException {
      pages.add(page);
      List<String> next = new ArrayList<>();
      try (InputStream in = open(page)) {
        RDFParser.source(in)
            .lang(lang)
            .parse(
                new StreamRDFBase() {
                  @Override
                  public void quad(Quad quad) {
                    if (!quad.isDefaultGraph()) {
                      triples++;
                    } else if (quad.getPredicate().equals(NODE)) {
                      next.add(quad.getObject().getURI());
                    }
                  }

                  @Override
                  public void triple(org.apache.jena.graph.Triple triple) {
                    quad(new Quad(Quad.defaultGraphNodeGenerated, triple));
                  }
                });
      }
      for (String address : next) {
        if (!pages.contains(address)) {
          follow(address);
        }
      }
    }
  }

  private static InputStream open(String address) throws IOException {
    return ((HttpURLConnection) URI.create(address).toURL().openConnection()).getInputStream();
  }

  /** Reads all of it and forgets it. */
  private static InputStream get(String address) throws IOException {
    InputStream in = open(address);
    in.transferTo(java.io.OutputStream.nullOutputStream());
    return in;
  }

  private static void await(org.bluethread.publish.feed.Feed feed, KnowledgeGraph graph) {
    while (feed.edition().commit() < graph.lastCommit()) {
      Thread.onSpinWait();
    }
  }

  private static void fill(KnowledgeGraph graph, int commit) {
    List<Quad> quads = new ArrayList<>();
    for (int g = 0; g < GRAPHS_A_COMMIT; g++) {
      String name = "http://example.org/graph/" + (commit * GRAPHS_A_COMMIT + g);
      for (int q = 0; q < QUADS_A_GRAPH; q++) {
        quads.add(quad(name, q));
      }
    }
    add(graph, quads.toArray(new Quad[0]));
  }

  private static Quad quad(String graph, int number) {
    Random random = new Random(31L * graph.hashCode() + number);
    UnaryOperator<String> iri =
        name -> "http://example.org/" + name + "/" + random.nextInt(100_000);
    return new Quad(
        NodeFactory.createURI(graph),
        NodeFactory.createURI(iri.apply("thing")),
        NodeFactory.createURI("http://example.org/property/" + number % 20),
        number % 3 == 0
            ? NodeFactory.createLiteralLang("A name of some words " + number, "en")
            : NodeFactory.createURI(iri.apply("thing")));
  }

  private static void add(KnowledgeGraph graph, Quad... quads) {
    graph.write(
        new WriteRequest(
            new Author("bench", true),
            "bench",
            "",
            "seed",
            target -> List.of(quads).forEach(target::add)));
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
