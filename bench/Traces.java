import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.bluethread.facade.Facade;
import org.bluethread.facade.Settings;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Snapshot;
import org.bluethread.graph.Store;
import org.bluethread.lookup.ThingIndex;
import org.bluethread.publish.ThingIndexer;
import org.bluethread.trace.LinkFollower;
import org.bluethread.trace.links.BestPaths;
import org.bluethread.trace.links.Kinds;
import org.bluethread.trace.links.Limits;
import org.bluethread.trace.links.Link;
import org.bluethread.trace.links.LinkChange;
import org.bluethread.trace.links.LinkIndex;
import org.bluethread.trace.links.Links;
import org.bluethread.vocabulary.Addresses;
import org.eclipse.rdf4j.common.transaction.IsolationLevels;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.query.BooleanQuery;
import org.eclipse.rdf4j.query.Dataset;
import org.eclipse.rdf4j.query.QueryInterruptedException;
import org.eclipse.rdf4j.query.algebra.evaluation.EvaluationStrategy;
import org.eclipse.rdf4j.query.algebra.evaluation.QueryOptimizer;
import org.eclipse.rdf4j.query.algebra.evaluation.TripleSource;
import org.eclipse.rdf4j.query.algebra.evaluation.impl.DefaultEvaluationStrategyFactory;
import org.eclipse.rdf4j.query.algebra.evaluation.impl.EvaluationStatistics;
import org.eclipse.rdf4j.query.algebra.evaluation.optimizer.QueryJoinOptimizer;
import org.eclipse.rdf4j.query.algebra.evaluation.optimizer.StandardQueryOptimizerPipeline;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.repository.sail.SailRepositoryConnection;
import org.eclipse.rdf4j.sail.memory.MemoryStore;
import org.jgrapht.GraphPath;
import org.jgrapht.alg.shortestpath.YenShortestPathIterator;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/**
 * What tracing costs, on generated graphs with hubs: the ten best paths within eight steps, over
 * HTTP and in process, beside the ASK of eight optional hops (which gives no path at all) on bare
 * Fuseki and on RDF4J, over HTTP, and beside the ten shortest simple paths of JGraphT, in process
 * and by the same costs. Pairs are drawn at random, equally many for each distance from 2 to 8, and
 * a tenth of all is not connected. In one run, the contenders taking turns. What takes longer than
 * the cut-off is cut off and counts as the cut-off. Also: the memory of the index, and how long it
 * takes to make it and to change it.
 *
 * <p>Run by {@code mvn -q -Pbench -Dbench=Traces -Dargs="100000 1000000"}: the sizes in links. From
 * {@value #MOST_FOR_STORES} links on, there is nothing but the index, in process. Options stand
 * before the sizes: {@code pairs=40}, how many at each distance; {@code minutes=6}, how long rounds
 * of all contenders may begin, each of them with one pair of each distance (one at least, as many
 * as there are pairs at the most); {@code cutoff=60}, in seconds; {@code fuseki=2} and {@code
 * jgrapht=1}, in how many of the rounds these take part, which are cut off with most pairs (in all
 * rounds if it is not said). JDK_JAVA_OPTIONS sets the heap: a million links want {@code -Xmx8g}.
 *
 * <p>RDF4J has its MemoryStore, the fastest of its own, with the links alone, behind a small door
 * for the SPARQL protocol. It does not change the order of joins: as shipped it does, and then says
 * of unconnected things, too, that there is a path (seen with 5.1.2). JGraphT has
 * YenShortestPathIterator, its only algorithm for simple paths, with a validator that keeps two
 * mapped steps apart. It searches among what is no hub first and among all afterwards, each time
 * until a path has more than eight steps: by one weight for all, it would go through longer and
 * longer paths before it came to one through a hub.
 */
final class Traces {
  private static final int HOPS = 8;
  private static final int PATHS = 10;
  private static final int MOST_FOR_STORES = 5_000_000;
  private static final int PASSES = 3;
  private static final int BUILDS = 5;
  private static final int UNCONNECTED = 0;
  private static final int[] DISTANCES = {2, 3, 4, 5, 6, 7, 8, UNCONNECTED};
  private static final int[] DELTAS = {1, 100, 10_000};
  private static final String BT = "https://w3id.org/bluethread/ontology#";
  private static final String SSSOM = "https://w3id.org/sssom/";
  private static final List<String> ORDINARY =
      List.of("carriedOutBy", "fundedBy", "withPartner", "hasOutput", "produced");
  private static final List<String> TOPICAL = List.of("forBeneficiary", "inPlace");
  private static final List<String> MENTIONS = List.of("mentions");
  private static final List<String> PROPERTIES =
      Stream.of(ORDINARY, TOPICAL, MENTIONS)
          .flatMap(List::stream)
          .map(name -> BT + name)
          .sorted()
          .toList();

  private static int pairsEach = 40;
  private static double minutes = 6;
  private static int cutOff = 60;
  private static int fusekiRounds = Integer.MAX_VALUE;
  private static int jgraphtRounds = Integer.MAX_VALUE;

  public static void main(String[] arguments) throws Exception {
    System.setProperty("org.slf4j.simpleLogger.log.org.eclipse.rdf4j", "off");
    JenaSystem.init();
    for (String argument : String.join(" ", arguments).strip().split("\\s+")) {
      String[] option = argument.split("=");
      switch (option[0]) {
        case "pairs" -> pairsEach = Integer.parseInt(option[1]);
        case "minutes" -> minutes = Double.parseDouble(option[1]);
        case "cutoff" -> cutOff = Integer.parseInt(option[1]);
        case "fuseki" -> fusekiRounds = Integer.parseInt(option[1]);
        case "jgrapht" -> jgraphtRounds = Integer.parseInt(option[1]);
        default -> run(Integer.parseInt(argument));
      }
    }
    System.exit(0);
  }

  private static void run(int size) throws Exception {
    Generated data = new Generated(size);
    tell("%n%,d links between %,d things (%s)", size, data.things, data.degrees());
    List<Pair> pairs = data.pairs(pairsEach);
    Links links = index(data);
    changes(data, links);
    Ours ours = new Ours(links);
    pairs.forEach(ours::seconds); // Warms up.
    if (size > MOST_FOR_STORES) {
      Map<Pair, Double> times = new HashMap<>();
      passes(pairs, List.of(ours), (name, pair, all) -> times.put(pair, median(all)));
      tell("%nOurs, in process, milliseconds: median of %d passes a pair", PASSES);
      distances(pairs, times);
      return;
    }
    Path directory = Files.createTempDirectory("bench");
    try {
      served(data, pairs, ours, directory);
    } finally {
      delete(directory);
    }
  }

  // What is traced

  /**
   * Two things to trace between.
   *
   * @param distance how many links they are apart, {@link #UNCONNECTED} if any number
   */
  private record Pair(String from, String to, int distance) {}

  /**
   * A graph as documents make it: communities of things of very different sizes, in which each new
   * thing leads to another, a busy or a recent one; statements made again elsewhere; few links from
   * one community to another, mostly to what is busy; twenty declared hubs, the greatest of them
   * with one link of two hundred; and small groups that lead nowhere else.
   */
  private static final class Generated {
    private static final int HUBS = 20;
    private static final int IN_GRAPH = 20;
    private static final int GRAPHS_IN_DOCUMENT = 10;
    private static final int MAPPING = -1;
    private static final String THING = Addresses.THINGS + "activity/unep/thing-";

    private final Random random = new Random(42);
    final int size;
    final int things;
    private final int apart;
    final int[] subjects;
    final int[] objects;
    final byte[] properties;
    private final String[] iris;
    private int rows;
    private int[] starts = {};
    private int[] others = {};
    private BitSet mapped = new BitSet();
    private final double[] hubShares = new double[HUBS];

    Generated(int size) {
      this.size = size;
      this.things = (int) (size * 0.42);
      this.apart = things - things / 100;
      this.subjects = new int[size];
      this.objects = new int[size];
      this.properties = new byte[size];
      double sum = 0;
      for (int hub = 0; hub < HUBS; hub++) {
        sum += 1 / (200 * Math.sqrt(hub + 1));
        hubShares[hub] = sum;
      }
      int first = HUBS;
      while (first < apart) {
        int most = Math.max(100, things / 50);
        int next = first + (int) Math.min(most, 20 * Math.pow(random.nextDouble(), -1 / 1.3));
        next = next > apart - 3 ? apart : next;
        community(first, next);
        first = next;
      }
      while (first < things) {
        int next = first + 3 + random.nextInt(10);
        next = next > things - 3 ? things : next;
        community(first, next);
        first = next;
      }
      this.iris = IntStream.range(0, things).mapToObj(i -> THING + i).toArray(String[]::new);
      adjoin();
    }

    private void community(int first, int end) {
      int begun = rows;
      int last = (int) ((long) size * (end - HUBS) / (things - HUBS));
      int share = Math.max(1, last - begun);
      int known = first + 1;
      while (rows < last) {
        int due = first + 1 + (int) ((long) (end - first - 1) * (rows - begun + 1) / share);
        if (known < due || rows == begun) {
          boolean busy = rows > begun && random.nextBoolean();
          int other = busy ? busy(begun) : known - 1 - random.nextInt(Math.min(5, known - first));
          add(known++, isHub(other) || other < first ? known - 2 : other, false);
        } else {
          more(first, known, begun);
        }
      }
    }

    /** A link among things of a community that are linked already, or to another community. */
    private void more(int first, int known, int begun) {
      boolean joined = first < apart;
      double chance = random.nextDouble();
      int subject = random.nextInt(3) > 0 ? random(first, known) : own(begun, first, known);
      if (joined && chance < hubShares[HUBS - 1] * 2) {
        int hub = 0;
        while (hubShares[hub] * 2 < chance) {
          hub++;
        }
        add(subject, hub, true);
      } else if (chance < 0.35) {
        int row = random.nextInt(rows - begun) + begun;
        add(subjects[row], objects[row], false);
      } else if (joined && chance < 0.45) {
        int other = random.nextInt(4) > 0 ? busy(0) : random(HUBS, known);
        add(subject, isHub(other) ? subject - 1 : other, false);
      } else if (chance < 0.7) {
        int other = random(Math.max(first, subject - 8), Math.min(known, subject + 8));
        add(subject, other, false);
      } else {
        add(subject, own(begun, first, known), false);
      }
    }

    /** An end of a link made since a row: the more links it has, the likelier. */
    private int busy(int since) {
      int row = random.nextInt(rows - since) + since;
      return random.nextBoolean() ? subjects[row] : objects[row];
    }

    private int own(int begun, int first, int known) {
      int thing = busy(begun);
      return thing >= first ? thing : random(first, known);
    }

    private int random(int from, int to) {
      return from + random.nextInt(to - from);
    }

    private void add(int subject, int object, boolean toHub) {
      int property = toHub && random.nextInt(10) < 6 ? topical() : property(toHub);
      if (subject == object || rows == size || isThere(subject, property, object)) {
        return;
      }
      subjects[rows] = subject;
      objects[rows] = object;
      properties[rows] = (byte) property;
      rows++;
    }

    private int property(boolean toHub) {
      int chance = random.nextInt(100);
      if (chance < 1 && !toHub) {
        return MAPPING;
      }
      if (chance < 11) {
        return PROPERTIES.indexOf(BT + MENTIONS.get(0));
      }
      return chance < 30
          ? topical()
          : PROPERTIES.indexOf(BT + ORDINARY.get(random.nextInt(ORDINARY.size())));
    }

    private int topical() {
      return PROPERTIES.indexOf(BT + TOPICAL.get(random.nextInt(TOPICAL.size())));
    }

    /** Whether the graph that is being filled has the link. */
    private boolean isThere(int subject, int property, int object) {
      for (int row = rows / IN_GRAPH * IN_GRAPH; row < rows; row++) {
        if (subjects[row] == subject && objects[row] == object && properties[row] == property) {
          return true;
        }
      }
      return false;
    }

    boolean isHub(int thing) {
      return thing < HUBS;
    }

    boolean isMapping(int row) {
      return properties[row] == MAPPING;
    }

    Set<String> hubs() {
      return IntStream.range(0, HUBS).mapToObj(this::thing).collect(Collectors.toSet());
    }

    String thing(int number) {
      return iris[number];
    }

    String document(int row) {
      return Addresses.THINGS + "document/D-" + row / IN_GRAPH / GRAPHS_IN_DOCUMENT;
    }

    String paragraph(int row) {
      return document(row) + "/para/" + (row / IN_GRAPH % GRAPHS_IN_DOCUMENT + 1);
    }

    String graph(int row) {
      return isMapping(row)
          ? Addresses.THINGS + "mapping/bench/" + row
          : paragraph(row) + "#statements";
    }

    /** The links one after another; the graph of each is made once. */
    void forEachLink(Kinds kinds, Consumer<Link> sink) {
      short[] numbers = new short[PROPERTIES.size()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = kinds.number(PROPERTIES.get(i));
      }
      String graph = "";
      for (int row = 0; row < size; row++) {
        if (row % IN_GRAPH == 0) {
          graph = paragraph(row) + "#statements";
        }
        String stated = isMapping(row) ? graph(row) : graph;
        short kind = isMapping(row) ? Kinds.MAPPING : numbers[properties[row]];
        sink.accept(new Link(iris[subjects[row]], kind, iris[objects[row]], stated));
      }
    }

    private void adjoin() {
      if (rows != size) {
        throw new IllegalStateException(rows + " links");
      }
      starts = new int[things + 1];
      for (int row = 0; row < size; row++) {
        starts[subjects[row] + 1]++;
        starts[objects[row] + 1]++;
      }
      for (int i = 0; i < things; i++) {
        starts[i + 1] += starts[i];
      }
      int[] next = starts.clone();
      others = new int[2 * size];
      for (int row = 0; row < size; row++) {
        mapped.set(next[subjects[row]], isMapping(row));
        others[next[subjects[row]]++] = objects[row];
        mapped.set(next[objects[row]], isMapping(row));
        others[next[objects[row]]++] = subjects[row];
      }
    }

    /** How far everything is from a thing, by links that are no mappings or by any; -1 if not. */
    private int[] depths(int from, boolean mappings) {
      int[] depths = new int[things];
      Arrays.fill(depths, -1);
      int[] queue = new int[things];
      int end = 1;
      queue[0] = from;
      depths[from] = 0;
      for (int at = 0; at < end; at++) {
        int thing = queue[at];
        for (int i = starts[thing]; i < starts[thing + 1]; i++) {
          if (depths[others[i]] < 0 && (mappings || !mapped.get(i))) {
            depths[others[i]] = depths[thing] + 1;
            queue[end++] = others[i];
          }
        }
      }
      return depths;
    }

    /**
     * Pairs of each distance, and unconnected ones, a tenth of all. None begins or ends with a
     * declared hub. The distance is the same with mappings and without, as the ASK has none.
     */
    List<Pair> pairs(int each) {
      int unconnected = Math.max(1, (each * (DISTANCES.length - 1) + 8) / 9);
      Map<Integer, List<Pair>> found = new LinkedHashMap<>();
      for (int distance : DISTANCES) {
        found.put(distance, new ArrayList<>());
      }
      long[] spread = new long[64];
      int sources = 0;
      while (sources < 20 * each
          && Arrays.stream(DISTANCES)
              .anyMatch(d -> d != UNCONNECTED && found.get(d).size() < each)) {
        int from = random(HUBS, apart);
        int[] depths = depths(from, true);
        int[] plain = depths(from, false);
        sources++;
        for (int depth : depths) {
          spread[Math.min(63, depth + 1)]++;
        }
        for (int distance : DISTANCES) {
          if (distance != UNCONNECTED && found.get(distance).size() < each) {
            draw(depths, plain, distance)
                .ifPresent(to -> found.get(distance).add(turned(from, to, distance)));
          }
        }
      }
      for (int i = 0; i < unconnected; i++) {
        int from = random(apart, things);
        int[] depths = depths(from, true);
        int to = i % 3 == 2 ? random(apart, things) : random(HUBS, apart);
        while (depths[to] >= 0) {
          to = random(apart, things);
        }
        found.get(UNCONNECTED).add(turned(from, to, UNCONNECTED));
      }
      StringBuilder text = new StringBuilder();
      long all = Arrays.stream(spread).sum();
      for (int depth = 1; depth < 20; depth++) {
        text.append(String.format(" %d: %.2f %%", depth, 100.0 * spread[depth + 1] / all));
      }
      tell(
          "Distances between things at random:%s, farther or none: %.2f %%",
          text, 100.0 * (spread[0] + Arrays.stream(spread, 21, 64).sum()) / all);
      return found.values().stream().flatMap(List::stream).toList();
    }

    private Pair turned(int from, int to, int distance) {
      boolean turned = random.nextBoolean();
      return new Pair(thing(turned ? to : from), thing(turned ? from : to), distance);
    }

    private OptionalInt draw(int[] depths, int[] plain, int distance) {
      int[] fit =
          IntStream.range(HUBS, things)
              .filter(i -> depths[i] == distance && plain[i] == distance)
              .toArray();
      return fit.length == 0
          ? OptionalInt.empty()
          : OptionalInt.of(fit[random.nextInt(fit.length)]);
    }

    String degrees() {
      int[] degrees =
          IntStream.range(HUBS, things).map(i -> starts[i + 1] - starts[i]).sorted().toArray();
      return String.format(
          "links a thing: median %d, 99 %% %d, 99.9 %% %d, most %,d; of the declared hubs %,d to"
              + " %,d",
          degrees[degrees.length / 2],
          degrees[(int) (degrees.length * 0.99)],
          degrees[(int) (degrees.length * 0.999)],
          degrees[degrees.length - 1],
          IntStream.range(0, HUBS).map(i -> starts[i + 1] - starts[i]).min().orElseThrow(),
          IntStream.range(0, HUBS).map(i -> starts[i + 1] - starts[i]).max().orElseThrow());
    }

    /** What a store holds of it: the links, and what an answer says of things and of places. */
    void forEachQuad(Consumer<Quad> sink) {
      Node register = iri(Addresses.GRAPHS + "register/bench");
      Node label = RDFS.Nodes.label;
      Node activity = iri(BT + "Activity");
      Node isHub = iri(BT + "isHub");
      Node yes = NodeFactory.createLiteralByValue(true);
      for (int thing = 0; thing < things; thing++) {
        Node node = iri(iris[thing]);
        boolean country = isHub(thing) && thing % 4 == 0;
        Node type = country ? iri(BT + "Country") : activity;
        sink.accept(Quad.create(register, node, RDF.Nodes.type, type));
        sink.accept(
            Quad.create(
                register, node, label, NodeFactory.createLiteralLang("Thing " + thing, "en")));
        if (isHub(thing) && !country) {
          sink.accept(Quad.create(register, node, isHub, yes));
        }
      }
      Node[] properties = PROPERTIES.stream().map(Traces::iri).toArray(Node[]::new);
      for (int row = 0; row < size; row++) {
        Node subject = iri(iris[subjects[row]]);
        Node object = iri(iris[objects[row]]);
        Node graph = iri(graph(row));
        if (isMapping(row)) {
          sink.accept(Quad.create(register, graph, iri(SSSOM + "subject_id"), subject));
          sink.accept(Quad.create(register, graph, iri(SSSOM + "object_id"), object));
        } else {
          sink.accept(Quad.create(graph, subject, properties[this.properties[row]], object));
        }
        if (row % IN_GRAPH == 0) {
          place(row, register, sink);
        }
      }
    }

    private void place(int row, Node register, Consumer<Quad> sink) {
      Node graph = iri(paragraph(row) + "#statements");
      Node paragraph = iri(paragraph(row));
      Node document = iri(document(row));
      String number = Integer.toString(row / IN_GRAPH % GRAPHS_IN_DOCUMENT + 1);
      sink.accept(Quad.create(register, graph, RDF.Nodes.type, iri(BT + "EvidenceGraph")));
      sink.accept(
          Quad.create(register, graph, iri("http://www.w3.org/ns/prov#wasDerivedFrom"), paragraph));
      sink.accept(Quad.create(register, paragraph, RDF.Nodes.type, iri(BT + "Paragraph")));
      sink.accept(
          Quad.create(
              register, paragraph, iri(BT + "number"), NodeFactory.createLiteralString(number)));
      sink.accept(Quad.create(register, paragraph, iri(BT + "inDocument"), document));
      sink.accept(
          Quad.create(
              register,
              document,
              RDFS.Nodes.label,
              NodeFactory.createLiteralLang("Document " + document.getLocalName(), "en")));
    }
  }

  // The index

  private static Kinds kinds() {
    return new Kinds(Set.copyOf(PROPERTIES), iris(MENTIONS), iris(TOPICAL));
  }

  private static Set<String> iris(List<String> names) {
    return names.stream().map(name -> BT + name).collect(Collectors.toSet());
  }

  private static Links build(Generated data) {
    Kinds kinds = kinds();
    Links.Builder builder = new Links.Builder(kinds);
    data.forEachLink(kinds, builder::add);
    return builder.build(1, data.hubs());
  }

  /** Builds the index and tells its time and its memory. */
  private static Links index(Generated data) {
    List<Double> times = new ArrayList<>();
    Links links = null;
    long before = 0;
    for (int round = 0; round < 5; round++) {
      links = null;
      before = heap();
      long start = System.nanoTime();
      links = build(data);
      times.add((System.nanoTime() - start) / 1e9);
    }
    long with = heap() - before;
    if (links.count() != data.size) {
      throw new IllegalStateException(links.count() + " links");
    }
    tell(
        "Building from memory: %.2f s, %,.0f links/s; %.1f bytes a link",
        median(times), data.size / median(times), (double) with / data.size);
    return links;
  }

  /** The heap in use once nothing can be collected any more. */
  private static long heap() {
    long least = Long.MAX_VALUE;
    int still = 0;
    while (still < 3) {
      System.gc();
      long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
      still = used < least - 100_000 ? 0 : still + 1;
      least = Math.min(least, used);
    }
    return least;
  }

  /** Tells how long it takes to add links, of new paragraphs, and to take them away again. */
  private static void changes(Generated data, Links built) {
    Random random = new Random(7);
    for (int delta : DELTAS) {
      List<Double> there = new ArrayList<>();
      List<Double> back = new ArrayList<>();
      for (int round = -3; round < 11; round++) {
        List<Link> added = new ArrayList<>();
        int near = 0;
        for (int i = 0; i < delta; i++) {
          near = i % 20 == 0 ? random.nextInt(data.things - 200) : near;
          added.add(
              new Link(
                  data.thing(near + random.nextInt(100)),
                  built.kinds().number(PROPERTIES.get(i % PROPERTIES.size())),
                  data.thing(near + 100 + random.nextInt(100)),
                  Addresses.THINGS + "document/new/para/" + i + "#statements"));
        }
        Links[] now = {built};
        double adds = millis(() -> now[0] = built.with(change(2, List.of(), added)));
        double removes = millis(() -> now[0] = now[0].with(change(3, added, List.of())));
        if (round >= 0) {
          there.add(adds);
          back.add(removes);
        }
      }
      tell(
          "A change of %,d links: added in %.3f ms, removed in %.3f ms",
          delta, median(there), median(back));
    }
  }

  private static LinkChange change(long commit, List<Link> removed, List<Link> added) {
    return new LinkChange(commit, removed, added, Map.of());
  }

  // Who takes part

  /** Answers for a pair; tells how long it took, the cut-off if it was cut off. */
  private abstract static class Contender implements AutoCloseable {
    int wrong;

    abstract String name();

    /** Whether it says that there is a path. */
    abstract boolean ask(Pair pair) throws Exception;

    double seconds(Pair pair) {
      long start = System.nanoTime();
      try {
        boolean connected = ask(pair);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (connected == (pair.distance() == UNCONNECTED)) {
          wrong++;
        }
        return Math.min(seconds, cutOff);
      } catch (CancellationException e) {
        return cutOff;
      } catch (Exception e) {
        throw new IllegalStateException(name() + ", " + pair, e);
      }
    }

    @Override
    public void close() {}
  }

  private static final class Ours extends Contender {
    private final Links links;
    private final BestPaths paths;

    Ours(Links links) {
      this.links = links;
      this.paths = new BestPaths(links);
    }

    @Override
    String name() {
      return "in process";
    }

    List<org.bluethread.trace.links.Path> find(Pair pair) {
      return paths.find(
          links.thing(pair.from()),
          links.thing(pair.to()),
          PATHS,
          Limits.of(HOPS, Duration.ofSeconds(cutOff)));
    }

    @Override
    boolean ask(Pair pair) {
      return !find(pair).isEmpty();
    }
  }

  /** Asks something over HTTP. */
  private abstract static class OverHttp extends Contender {
    private final HttpClient client = HttpClient.newHttpClient();

    abstract URI address(Pair pair);

    abstract boolean read(HttpResponse<String> answer);

    @Override
    boolean ask(Pair pair) throws Exception {
      HttpRequest request =
          HttpRequest.newBuilder(address(pair))
              .header("Accept", "application/sparql-results+json, application/json")
              .timeout(Duration.ofSeconds(cutOff + 5L))
              .build();
      try {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 503) {
          throw new CancellationException();
        }
        if (answer.statusCode() != 200) {
          throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return read(answer);
      } catch (HttpTimeoutException e) {
        throw new CancellationException();
      }
    }

    @Override
    public void close() {
      client.shutdownNow();
    }
  }

  private static final class OursOverHttp extends OverHttp {
    private final String trace;

    OursOverHttp(int port) {
      this.trace = "http://127.0.0.1:" + port + "/trace";
    }

    @Override
    String name() {
      return "over HTTP";
    }

    @Override
    URI address(Pair pair) {
      return URI.create(
          trace
              + "?from="
              + encoded(pair.from())
              + "&to="
              + encoded(pair.to())
              + "&hops="
              + HOPS
              + "&paths="
              + PATHS
              + "&format=json");
    }

    @Override
    boolean read(HttpResponse<String> answer) {
      return !answer.headers().firstValue("BlueThread-Paths").orElseThrow().equals("0");
    }
  }

  private static final class AskOverHttp extends OverHttp {
    private static final String HOP =
        PROPERTIES.stream()
            .map(iri -> "<" + iri + ">|^<" + iri + ">")
            .collect(Collectors.joining("|", "(", ")?"));

    private final String name;
    private final String address;

    AskOverHttp(String name, String address) {
      this.name = name;
      this.address = address;
    }

    @Override
    String name() {
      return name;
    }

    @Override
    URI address(Pair pair) {
      String path = String.join("/", Collections.nCopies(HOPS, HOP));
      String ask = "ASK { <" + pair.from() + "> " + path + " <" + pair.to() + "> }";
      return URI.create(address + "?query=" + encoded(ask));
    }

    @Override
    boolean read(HttpResponse<String> answer) {
      return answer.body().contains("true");
    }
  }

  /** The ten best paths by JGraphT. */
  private static final class JGraphT extends Contender {
    private static final double STEP = 1 << 24;
    private static final double MENTION = 1 << 10;
    private static final double MAPPED = 1 << 20;

    /** A graph that cancels whoever looks at it after the deadline. */
    private static final class Weighted extends SimpleWeightedGraph<Integer, DefaultWeightedEdge> {
      private static final long serialVersionUID = 1;
      private transient int looks;
      private transient long deadline;

      Weighted() {
        super(DefaultWeightedEdge.class);
      }

      @Override
      public double getEdgeWeight(DefaultWeightedEdge edge) {
        if ((++looks & 0x3FF) == 0 && System.nanoTime() - deadline > 0) {
          throw new CancellationException();
        }
        return super.getEdgeWeight(edge);
      }
    }

    private final Generated data;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Weighted withoutHubs = new Weighted();
    private final Weighted all = new Weighted();
    private final List<Double> found = new ArrayList<>();

    JGraphT(Generated data) {
      this.data = data;
      for (int thing = 0; thing < data.things; thing++) {
        Integer number = thing;
        numbers.put(data.thing(thing), number);
        all.addVertex(number);
        if (!data.isHub(thing)) {
          withoutHubs.addVertex(number);
        }
      }
      for (int row = 0; row < data.size; row++) {
        int subject = data.subjects[row];
        int object = data.objects[row];
        double weight = STEP + cost(row);
        join(all, subject, object, weight);
        if (!data.isHub(subject) && !data.isHub(object)) {
          join(withoutHubs, subject, object, weight);
        }
      }
    }

    private double cost(int row) {
      if (data.isMapping(row)) {
        return MAPPED;
      }
      String property = PROPERTIES.get(data.properties[row]);
      if (iris(MENTIONS).contains(property)) {
        return MENTION;
      }
      return iris(TOPICAL).contains(property) ? 1 : 0;
    }

    private static void join(Weighted graph, int subject, int object, double weight) {
      DefaultWeightedEdge edge = graph.addEdge(subject, object);
      if (edge == null) {
        edge = graph.getEdge(subject, object);
        graph.deadline = Long.MAX_VALUE / 2;
        if (graph.getEdgeWeight(edge) <= weight) {
          return;
        }
      }
      graph.setEdgeWeight(edge, weight);
    }

    @Override
    String name() {
      return "JGraphT";
    }

    /** Finds the weights of the paths, those through hubs last, as ours are. */
    private void find(Pair pair) {
      found.clear();
      long deadline = System.nanoTime() + cutOff * 1_000_000_000L;
      search(withoutHubs, pair, false, deadline);
      if (found.size() < PATHS) {
        search(all, pair, true, deadline);
      }
    }

    private void search(Weighted graph, Pair pair, boolean throughHubs, long deadline) {
      graph.deadline = deadline;
      YenShortestPathIterator<Integer, DefaultWeightedEdge> paths =
          new YenShortestPathIterator<>(
              graph,
              numbers.get(pair.from()),
              numbers.get(pair.to()),
              (path, edge) ->
                  !isMapped(graph, edge)
                      || path.getLength() == 0
                      || !isMapped(graph, path.getEdgeList().get(path.getLength() - 1)));
      while (found.size() < PATHS && paths.hasNext()) {
        GraphPath<Integer, DefaultWeightedEdge> path = paths.next();
        if (path.getLength() > HOPS) {
          return;
        }
        boolean throughHub = path.getVertexList().stream().anyMatch(data::isHub);
        if (throughHub == throughHubs) {
          found.add(path.getWeight());
        }
      }
    }

    private static boolean isMapped(Weighted graph, DefaultWeightedEdge edge) {
      return graph.getEdgeWeight(edge) >= STEP + MAPPED;
    }

    @Override
    boolean ask(Pair pair) {
      find(pair);
      return !found.isEmpty();
    }

    static double weight(org.bluethread.trace.links.Path path) {
      return path.steps() * STEP
          + path.mapped() * MAPPED
          + path.mentions() * MENTION
          + path.topical();
    }
  }

  /** Lets RDF4J evaluate joins in the order they are written. */
  private static final class InOrder extends DefaultEvaluationStrategyFactory {
    @Override
    public EvaluationStrategy createEvaluationStrategy(
        Dataset dataset, TripleSource triples, EvaluationStatistics statistics) {
      EvaluationStrategy strategy = super.createEvaluationStrategy(dataset, triples, statistics);
      List<QueryOptimizer> kept = new ArrayList<>();
      new StandardQueryOptimizerPipeline(strategy, triples, statistics)
          .getOptimizers()
          .forEach(
              optimizer -> {
                if (!(optimizer instanceof QueryJoinOptimizer)) {
                  kept.add(optimizer);
                }
              });
      strategy.setOptimizerPipeline(() -> kept);
      return strategy;
    }
  }

  /** RDF4J behind a small door for the SPARQL protocol. */
  private static final class Rdf4jDoor implements AutoCloseable {
    private final SailRepository repository;
    private final HttpServer server;

    Rdf4jDoor(Generated data) throws IOException {
      MemoryStore store = new MemoryStore();
      store.setEvaluationStrategyFactory(new InOrder());
      repository = new SailRepository(store);
      repository.init();
      ValueFactory values = SimpleValueFactory.getInstance();
      IntFunction<IRI> thing = number -> values.createIRI(data.thing(number));
      List<IRI> properties = PROPERTIES.stream().map(values::createIRI).toList();
      try (SailRepositoryConnection connection = repository.getConnection()) {
        connection.begin(IsolationLevels.NONE);
        for (int row = 0; row < data.size; row++) {
          if (!data.isMapping(row)) {
            connection.add(
                thing.apply(data.subjects[row]),
                properties.get(data.properties[row]),
                thing.apply(data.objects[row]),
                values.createIRI(data.graph(row)));
          }
        }
        connection.commit();
      }
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
      server.setExecutor(Executors.newCachedThreadPool());
      server.createContext("/sparql", this::answer);
      server.start();
    }

    String address() {
      return "http://127.0.0.1:" + server.getAddress().getPort() + "/sparql";
    }

    private void answer(HttpExchange exchange) throws IOException {
      String sent =
          exchange.getRequestMethod().equals("POST")
              ? new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
              : exchange.getRequestURI().getRawQuery();
      String query =
          Arrays.stream(sent.split("&"))
              .filter(part -> part.startsWith("query="))
              .map(part -> URLDecoder.decode(part.substring(6), StandardCharsets.UTF_8))
              .findFirst()
              .orElse("");
      int status = 200;
      String body;
      try (SailRepositoryConnection connection = repository.getConnection()) {
        BooleanQuery ask = connection.prepareBooleanQuery(query);
        ask.setMaxExecutionTime(cutOff);
        body = "{ \"head\": {}, \"boolean\": " + ask.evaluate() + " }";
      } catch (QueryInterruptedException e) {
        status = 503;
        body = "It took too long.";
      } catch (RuntimeException e) {
        status = 500;
        body = e.toString();
      }
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/sparql-results+json");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.close();
    }

    @Override
    public void close() {
      server.stop(0);
      repository.shutDown();
    }
  }

  // The runs with servers

  private static void served(Generated data, List<Pair> pairs, Ours ours, Path directory)
      throws Exception {
    double loads = millis(() -> load(data, directory.resolve("store"))) / 1e3;
    copy(directory.resolve("store"), directory.resolve("fuseki"));
    tell("Loading the stores: %.0f s", loads);
    DatasetGraph bare = DatabaseMgr.connectDatasetGraph(directory.resolve("fuseki").toString());
    bare.getContext().set(TDB2.symUnionDefaultGraph, true);
    bare.getContext().set(ARQ.queryTimeout, Long.toString(cutOff * 1000L));
    FusekiServer fuseki =
        FusekiServer.create().port(0).loopback(true).add("/ds", bare, false).build().start();
    KnowledgeGraph graph =
        KnowledgeGraph.open(Store.onDisk(directory.resolve("store")), directory.resolve("log"));
    LinkIndex links = new LinkIndex();
    double first = follow(graph, links) / 1e3;
    tell("Building from the store, the first time after opening it: %.2f s", first);
    ThingIndex index = ThingIndex.inMemory();
    double looksUp = millis(() -> ThingIndexer.follow(graph, index)) / 1e3;
    tell("The look-up index: %.0f s", looksUp);
    Served served = new Served(graph, directory);
    served.index = index;
    served.links = links;
    served.settings = new Settings(Duration.ofSeconds(cutOff), 1 << 20, "bench");
    Facade facade = served.door();
    int port = facade.start("127.0.0.1", 0);
    try (Rdf4jDoor rdf4j = new Rdf4jDoor(data);
        OursOverHttp overHttp = new OursOverHttp(port);
        AskOverHttp askFuseki =
            new AskOverHttp("Fuseki", "http://127.0.0.1:" + fuseki.getPort() + "/ds/sparql");
        AskOverHttp askRdf4j = new AskOverHttp("RDF4J", rdf4j.address())) {
      building(data, graph, "http://127.0.0.1:" + port + "/sparql");
      alone(pairs, overHttp, ours);
      together(pairs, List.of(overHttp, askFuseki, askRdf4j, ours, new JGraphT(data)));
    } finally {
      facade.close();
      fuseki.stop();
      index.close();
      graph.close();
      bare.close();
      TDBInternal.expel(bare);
    }
  }

  private static void load(Generated data, Path store) {
    try {
      Files.createDirectories(store);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(store.toString());
    DataLoader loader = LoaderFactory.phasedLoader(dataset, (format, what) -> {});
    loader.startBulk();
    data.forEachQuad(loader.stream()::quad);
    RDFDataMgr.loadGraph("ontology/bluethread.ttl").stream()
        .forEach(triple -> loader.stream().quad(Quad.create(Addresses.ONTOLOGY_GRAPH, triple)));
    loader.finishBulk();
    TDBInternal.expel(dataset);
  }

  private static double follow(KnowledgeGraph graph, LinkIndex links) {
    long commit = graph.read(Snapshot::commit);
    return millis(
        () -> {
          LinkFollower.follow(graph, links);
          try {
            links.at(commit, Duration.ofMinutes(10)).orElseThrow();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  /** Tells how long the index takes from the store, by turns alone and beside a client. */
  private static void building(Generated data, KnowledgeGraph graph, String sparql)
      throws Exception {
    Map<Boolean, List<Double>> times = new LinkedHashMap<>();
    List<Double> beside = new ArrayList<>();
    for (int round = 0; round < BUILDS; round++) {
      for (boolean asked : new boolean[] {false, true}) {
        AtomicBoolean over = new AtomicBoolean();
        Thread asking =
            Thread.ofPlatform().start(() -> keepAsking(data, sparql, over, asked, beside));
        times
            .computeIfAbsent(asked, key -> new ArrayList<>())
            .add(follow(graph, new LinkIndex()) / 1e3);
        over.set(true);
        asking.join();
      }
    }
    times.forEach(
        (asked, all) ->
            tell(
                "Building from the store%s, %s s: median %,.0f links/s",
                asked ? " beside a client of /sparql" : "",
                all.stream().map(time -> String.format("%.2f", time)).toList(),
                data.size / median(all)));
    tell("That client: %,d answers, median %.2f ms", beside.size(), median(beside));
    List<Double> answers = new ArrayList<>();
    AtomicBoolean over = new AtomicBoolean();
    Thread asking = Thread.ofPlatform().start(() -> keepAsking(data, sparql, over, true, answers));
    Thread.sleep(3000);
    over.set(true);
    asking.join();
    tell("The same client while nothing is built: median %.2f ms", median(answers));
  }

  private static void keepAsking(
      Generated data, String sparql, AtomicBoolean over, boolean really, List<Double> answers) {
    Random random = new Random(3);
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (really && !over.get()) {
        String thing = data.thing(random.nextInt(data.things));
        String query = "SELECT ?p ?o ?l { <" + thing + "> ?p ?o . ?o <" + RDFS.label + "> ?l }";
        HttpRequest request =
            HttpRequest.newBuilder(URI.create(sparql + "?query=" + encoded(query)))
                .header("Accept", "application/sparql-results+json")
                .build();
        long start = System.nanoTime();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
          throw new IllegalStateException(answer.body());
        }
        answers.add((System.nanoTime() - start) / 1e6);
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Takes what a contender needed for a pair, pass by pass. */
  private interface Times {
    void of(Contender contender, Pair pair, List<Double> all);
  }

  private static void passes(List<Pair> pairs, List<? extends Contender> contenders, Times times) {
    Map<Contender, Map<Pair, List<Double>>> all = new LinkedHashMap<>();
    for (int pass = 0; pass < PASSES; pass++) {
      for (Pair pair : pairs) {
        for (Contender contender : contenders) {
          all.computeIfAbsent(contender, key -> new LinkedHashMap<>())
              .computeIfAbsent(pair, key -> new ArrayList<>())
              .add(contender.seconds(pair));
        }
      }
    }
    all.forEach((contender, one) -> one.forEach((pair, list) -> times.of(contender, pair, list)));
  }

  /** Ours on all pairs. */
  private static void alone(List<Pair> pairs, OursOverHttp overHttp, Ours ours) {
    pairs.reversed().stream().limit(100).forEach(overHttp::seconds); // Warms up.
    Map<Pair, Double> first = new HashMap<>();
    Map<Pair, Double> served = new HashMap<>();
    Map<Pair, Double> inProcess = new HashMap<>();
    passes(
        pairs,
        List.of(overHttp, ours),
        (contender, pair, all) -> {
          if (contender == ours) {
            inProcess.put(pair, median(all));
          } else {
            first.put(pair, all.get(0));
            served.put(pair, median(all));
          }
        });
    tell("%nOurs over HTTP, milliseconds, asked for the first time");
    distances(pairs, first);
    tell("%nOurs over HTTP, milliseconds: median of %d passes a pair", PASSES);
    distances(pairs, served);
    tell("%nOurs, in process, milliseconds: median of %d passes a pair", PASSES);
    distances(pairs, inProcess);
    tell("Wrong verdicts: over HTTP %d, in process %d", overHttp.wrong, ours.wrong);
  }

  private static void distances(List<Pair> pairs, Map<Pair, Double> times) {
    tell("%-12s %6s %10s %10s %10s %8s", "distance", "pairs", "median", "95 %", "most", "95 %/med");
    for (int distance : DISTANCES) {
      double[] sorted =
          pairs.stream()
              .filter(pair -> pair.distance() == distance)
              .mapToDouble(pair -> times.get(pair) * 1e3)
              .sorted()
              .toArray();
      if (sorted.length > 0) {
        double median = sorted[sorted.length / 2];
        double high = sorted[(int) Math.ceil(sorted.length * 0.95) - 1];
        tell(
            "%-12s %6d %10.3f %10.3f %10.3f %8.2f",
            named(distance), sorted.length, median, high, sorted[sorted.length - 1], high / median);
      }
    }
  }

  /** All contenders by turns, in rounds of one pair of each distance. */
  private static void together(List<Pair> pairs, List<Contender> contenders) {
    Contender overHttp = contenders.get(0);
    Ours ours = (Ours) contenders.get(3);
    JGraphT other = (JGraphT) contenders.get(4);
    List<Map<Contender, Double>> all = new ArrayList<>();
    List<Integer> distances = new ArrayList<>();
    long end = System.nanoTime() + (long) (minutes * 60e9);
    int equal = 0;
    int different = 0;
    int rounds = 0;
    System.gc(); // What was left of making contenders counts against none of them.
    tell("%nAll by turns, seconds");
    while (rounds == 0 || (rounds < pairsEach && System.nanoTime() < end)) {
      List<Contender> turns = new ArrayList<>(contenders);
      turns.removeAll(rounds < fusekiRounds ? List.of() : List.of(contenders.get(1)));
      turns.removeAll(rounds < jgraphtRounds ? List.of() : List.of(other));
      for (int distance : DISTANCES) {
        List<Pair> fit = pairs.stream().filter(pair -> pair.distance() == distance).toList();
        if (rounds < fit.size()) {
          Pair pair = fit.get(rounds);
          Map<Contender, Double> times = new LinkedHashMap<>();
          turns.forEach(contender -> times.put(contender, settled(contender, pair)));
          tell("%-12s%s", named(distance), each(times));
          all.add(times);
          distances.add(distance);
          if (times.getOrDefault(other, Double.MAX_VALUE) < cutOff) {
            boolean same =
                ours.find(pair).stream().map(JGraphT::weight).toList().equals(other.found);
            equal += same ? 1 : 0;
            different += same ? 0 : 1;
          }
        }
      }
      rounds++;
    }
    tell(
        "%n%d pairs of each distance, seconds: medians, and geometric means of the"
            + " ratios to ours (over HTTP; JGraphT: in process); + if cut off at %d s",
        rounds, cutOff);
    tell(
        "%-12s %10s %12s %9s %12s %9s %10s %12s %9s",
        "distance",
        "over HTTP",
        "Fuseki",
        "ratio",
        "RDF4J",
        "ratio",
        "in process",
        "JGraphT",
        "ratio");
    for (int distance : DISTANCES) {
      List<Map<Contender, Double>> at =
          IntStream.range(0, all.size())
              .filter(i -> distances.get(i) == distance)
              .mapToObj(all::get)
              .toList();
      if (!at.isEmpty()) {
        row(named(distance), at, contenders);
      }
    }
    row("all", all, contenders);
    tell(
        "Wrong verdicts: %s",
        contenders.stream()
            .map(contender -> contender.name() + " " + contender.wrong)
            .collect(Collectors.joining(", ")));
    tell("JGraphT finds paths of the same costs for %d pairs, of others for %d", equal, different);
  }

  private static void row(
      String name, List<Map<Contender, Double>> all, List<Contender> contenders) {
    Contender overHttp = contenders.get(0);
    Contender ours = contenders.get(3);
    StringBuilder text = new StringBuilder(String.format("%-12s", name));
    for (Contender contender : contenders) {
      List<Map<Contender, Double>> with =
          all.stream().filter(times -> times.containsKey(contender)).toList();
      double median = median(with.stream().map(times -> times.get(contender)).toList());
      if (contender == overHttp || contender == ours) {
        text.append(String.format(" %10.4f", median));
      } else {
        Contender base = contender == contenders.get(4) ? ours : overHttp;
        long cut = with.stream().filter(times -> times.get(contender) >= cutOff).count();
        double ratio =
            Math.exp(
                with.stream()
                    .mapToDouble(times -> Math.log(times.get(contender) / times.get(base)))
                    .average()
                    .orElse(Double.NaN));
        text.append(String.format(" %8.3f %-3s %9.1f", median, cut > 0 ? cut + "+" : "", ratio));
      }
    }
    tell("%s", text);
  }

  /** The time a contender needs for a pair; the median of three if it needs less than a second. */
  private static double settled(Contender contender, Pair pair) {
    List<Double> times = new ArrayList<>();
    do {
      times.add(contender.seconds(pair));
    } while (times.size() < PASSES && times.get(0) < 1);
    return median(times);
  }

  private static String each(Map<Contender, Double> times) {
    return times.entrySet().stream()
        .map(time -> String.format(" %s %.4f s", time.getKey().name(), time.getValue()))
        .collect(Collectors.joining(","));
  }

  private static String named(int distance) {
    return distance == UNCONNECTED ? "unconnected" : Integer.toString(distance);
  }

  // Small things

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static void tell(String format, Object... what) {
    System.out.printf(format + "%n", what);
  }

  private static double millis(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e6;
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(value -> value).sorted().toArray();
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
  }

  private static void copy(Path from, Path to) {
    walk(
        from,
        Comparator.naturalOrder(),
        file -> {
          Path target = to.resolve(from.relativize(file));
          if (Files.isDirectory(file)) {
            Files.createDirectories(target);
          } else {
            Files.copy(file, target);
          }
        });
  }

  private static void delete(Path directory) {
    walk(directory, Comparator.reverseOrder(), Files::delete);
  }

  /** Does something to a file. */
  private interface OnFile {
    void act(Path file) throws IOException;
  }

  private static void walk(Path directory, Comparator<Path> order, OnFile action) {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(order).toList()) {
        action.act(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
