import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.apache.jena.vocabulary.RDF;
import org.bluethread.graph.Author;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.RefusedException;
import org.bluethread.graph.Store;
import org.bluethread.graph.WriteRequest;
import org.bluethread.vocabulary.Addresses;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.model.vocabulary.RDF4J;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.repository.sail.SailRepositoryConnection;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.sail.nativerdf.NativeStore;
import org.eclipse.rdf4j.sail.shacl.ShaclSail;

/**
 * What the gate costs: commits on TDB2 with the project's shapes beside the same commits without
 * any, beside a validation of everything by Jena, and beside RDF4J's ShaclSail over its native
 * store, which like TDB2 writes through to the disk (up to a million triples). In one run, the
 * contenders taking turns; the median of the rounds, in milliseconds, and the multiple of the
 * commit without shapes.
 *
 * <p>Run by {@code mvn -q -Pbench -Dbench=GateCommits -Dargs="10000 100000"}: the sizes in triples.
 * With {@code bulk} in the place of a size it loads a million triples into an empty store, in one
 * commit, with the gate and without. With {@code growth} commits to a store of 10⁵ triples and to
 * one of 10⁷ take turns, so that the disk and the neighbours weigh on both. Options stand before
 * the sizes: {@code rounds=11} for more than five, {@code only=additions} for the kinds of change
 * whose name begins so (deletions go with additions).
 */
final class GateCommits {
  private static final int WARM_UP = 2;
  private static final int MOST_FOR_SAIL = 1_000_000;
  private static final int ROUNDS_OF_GROWTH = 25;
  private static final int[] GROWTH = {100_000, 10_000_000};
  private static final int[] DELTAS = {1, 100, 10_000};
  private static final String BT = "https://w3id.org/bluethread/ontology#";
  private static final Node GRAPH = iri("https://w3id.org/bluethread/graph/register/taxa");
  private static final Node TAXON = iri(BT + "Taxon");
  private static final Node PARENT = iri(BT + "hasParentTaxon");
  private static final Node LABEL = iri("http://www.w3.org/2004/02/skos/core#prefLabel");
  private static final Node CODE = iri("http://www.w3.org/2004/02/skos/core#notation");
  private static final Node RANK = iri("http://rs.tdwg.org/dwc/terms/taxonRank");
  private static final Node LISTED_IN = iri("urn:bench:listedIn");
  private static final Node HUB = iri("urn:bench:hub");
  private static final Node PAIR = iri("urn:bench:Pair");
  private static final Node LOW = iri("urn:bench:low");
  private static final Node HIGH = iri("urn:bench:high");
  private static final String MORE_SHAPES =
      """
      @prefix sh: <http://www.w3.org/ns/shacl#> .
      @prefix bt: <https://w3id.org/bluethread/ontology#> .
      <urn:bench:HubShape> a sh:NodeShape ; sh:targetNode <urn:bench:hub> ;
        sh:property <urn:bench:HubShape-list> .
      <urn:bench:HubShape-list> a sh:PropertyShape ;
        sh:path [ sh:inversePath <urn:bench:listedIn> ] ; sh:minCount 1 ; sh:class bt:Taxon .
      <urn:bench:PairShape> a sh:NodeShape ; sh:targetClass <urn:bench:Pair> ;
        sh:sparql [ a sh:SPARQLConstraint ;
          sh:select '''SELECT $this WHERE { $this <urn:bench:low> ?l ; <urn:bench:high> ?h .
                       FILTER (?l > ?h) }''' ] .
      """;

  private static int rounds = 5;
  private static String only = "";

  public static void main(String[] arguments) throws Exception {
    System.setProperty(
        "org.slf4j.simpleLogger.log.org.eclipse.rdf4j",
        "off"); // It tells of each shape what it cannot do.
    JenaSystem.init();
    for (String argument : String.join(" ", arguments).strip().split("\\s+")) {
      Path directory = Files.createTempDirectory("bench");
      try {
        String[] option = argument.split("=");
        switch (option[0]) {
          case "rounds" -> rounds = Integer.parseInt(option[1]);
          case "only" -> only = option[1];
          case "bulk" -> bulk(directory);
          case "growth" -> growth(directory);
          default -> commits(Integer.parseInt(argument), directory);
        }
      } finally {
        delete(directory);
      }
    }
  }

  // What is stored

  /** A taxon of the project's kind: five triples. */
  private static Stream<Triple> taxon(int number) {
    Node taxon = node(number);
    return Stream.of(
        Triple.create(taxon, RDF.Nodes.type, TAXON),
        Triple.create(taxon, LABEL, NodeFactory.createLiteralLang("Taxon " + number, "la")),
        Triple.create(
            taxon,
            CODE,
            NodeFactory.createLiteralDT(
                Integer.toString(number), NodeFactory.getType(BT + "AphiaID"))),
        Triple.create(taxon, RANK, NodeFactory.createLiteralString("species")),
        Triple.create(taxon, PARENT, node(Math.max(1, number / 10))));
  }

  private static Stream<Triple> pair(int number) {
    Node pair = iri("urn:bench:pair:" + number);
    return Stream.of(
        Triple.create(pair, RDF.Nodes.type, PAIR),
        Triple.create(pair, LOW, integer(number)),
        Triple.create(pair, HIGH, integer(number + 1)));
  }

  private static Triple listed(int number) {
    return Triple.create(node(number), LISTED_IN, HUB);
  }

  /** About {@code size} triples: eight of ten about taxa, one in a hub's list, one about pairs. */
  private static Stream<Triple> data(int size) {
    int taxa = taxa(size);
    return Stream.of(
            IntStream.rangeClosed(1, taxa).boxed().flatMap(GateCommits::taxon),
            IntStream.rangeClosed(1, size / 10)
                .map(i -> 1 + i % taxa)
                .distinct()
                .mapToObj(GateCommits::listed),
            IntStream.rangeClosed(1, size / 30).boxed().flatMap(GateCommits::pair))
        .flatMap(stream -> stream);
  }

  private static int taxa(int size) {
    return size * 8 / 50;
  }

  // What is changed

  /**
   * A kind of change, made and taken back in turns.
   *
   * @param adds whether making it adds the triples, or else removes them
   * @param triples the triples, for a size of the change
   */
  private record Kind(String name, boolean adds, IntFunction<List<Triple>> triples) {}

  private static List<Kind> kinds(int size) {
    int taxa = taxa(size);
    IntFunction<List<Triple>> fresh =
        delta ->
            delta == 1
                ? List.of(
                    Triple.create(
                        node(taxa), LABEL, NodeFactory.createLiteralLang("Another", "la")))
                : IntStream.range(0, delta / 5)
                    .mapToObj(i -> taxa + 1 + i)
                    .flatMap(GateCommits::taxon)
                    .toList();
    return List.of(
        new Kind("additions", true, fresh),
        new Kind(
            "type removals",
            false,
            delta ->
                IntStream.range(0, Math.min((delta + 1) / 2, taxa / 20))
                    // The last taxa have no children. One with a parent must be a taxon, so that
                    // goes, too.
                    .map(i -> taxa - i)
                    .boxed()
                    .flatMap(GateCommits::taxon)
                    .filter(
                        triple ->
                            triple.getPredicate().equals(RDF.Nodes.type)
                                || triple.getPredicate().equals(PARENT))
                    .toList()),
        new Kind(
            "hub with a growing list",
            true,
            delta ->
                IntStream.range(0, Math.min(delta, taxa / 20))
                    .mapToObj(i -> listed(taxa - i))
                    .toList()),
        new Kind(
            "SPARQL constraint",
            true,
            delta ->
                IntStream.rangeClosed(1, Math.max(1, delta / 3))
                    .boxed()
                    .flatMap(i -> pair(size + i))
                    .toList()));
  }

  // Who takes part

  /** A store to which a change is committed. */
  private interface Contender extends AutoCloseable {
    void commit(List<Triple> triples, boolean add);

    @Override
    void close();
  }

  private static final class OurGraph implements Contender {
    private final KnowledgeGraph graph;
    private int commits;

    OurGraph(Path directory) {
      graph =
          KnowledgeGraph.open(Store.onDisk(directory.resolve("store")), directory.resolve("log"));
    }

    @Override
    public void commit(List<Triple> triples, boolean add) {
      try {
        graph.write(
            new WriteRequest(
                new Author("bench", true),
                "bench",
                "",
                "seed" + commits++,
                dataset ->
                    triples.forEach(
                        triple -> {
                          Quad quad = Quad.create(GRAPH, triple);
                          if (add) {
                            dataset.add(quad);
                          } else {
                            dataset.delete(quad);
                          }
                        })));
      } catch (RefusedException e) {
        throw new IllegalStateException(e.report().toText("en"), e);
      }
    }

    @Override
    public void close() {
      graph.close();
    }
  }

  private static final class Rdf4j implements Contender {
    private static final ValueFactory VALUES = SimpleValueFactory.getInstance();
    private final SailRepository repository;

    Rdf4j(Path directory, Graph shapes, Stream<Triple> data) throws IOException {
      NativeStore store = new NativeStore(directory.toFile(), "spoc,posc,ospc");
      store.setForceSync(true);
      ShaclSail sail = new ShaclSail(store);
      repository = new SailRepository(sail);
      repository.init();
      sail.disableValidation();
      try (SailRepositoryConnection connection = repository.getConnection()) {
        connection.begin();
        int[] count = {0};
        data.forEach(
            triple -> {
              connection.add(statement(triple));
              if (++count[0] % 500_000 == 0) {
                connection.commit();
                connection.begin();
              }
            });
        connection.commit();
        connection.begin();
        String turtle = RDFWriter.source(shapes).lang(Lang.TURTLE).asString();
        connection.add(
            new StringReader(turtle), "urn:base", RDFFormat.TURTLE, RDF4J.SHACL_SHAPE_GRAPH);
        connection.commit();
      }
      sail.enableValidation();
    }

    private static Statement statement(Triple triple) {
      return VALUES.createStatement(
          (Resource) value(triple.getSubject()),
          VALUES.createIRI(triple.getPredicate().getURI()),
          value(triple.getObject()));
    }

    private static Value value(Node node) {
      if (node.isURI()) {
        return VALUES.createIRI(node.getURI());
      }
      if (node.isBlank()) {
        return VALUES.createBNode(node.getBlankNodeLabel().replaceAll("\\W", ""));
      }
      return node.getLiteralLanguage().isEmpty()
          ? VALUES.createLiteral(
              node.getLiteralLexicalForm(), VALUES.createIRI(node.getLiteralDatatypeURI()))
          : VALUES.createLiteral(node.getLiteralLexicalForm(), node.getLiteralLanguage());
    }

    @Override
    public void commit(List<Triple> triples, boolean add) {
      try (SailRepositoryConnection connection = repository.getConnection()) {
        connection.begin();
        for (Triple triple : triples) {
          if (add) {
            connection.add(statement(triple));
          } else {
            connection.remove(statement(triple));
          }
        }
        connection.commit();
      }
    }

    @Override
    public void close() {
      repository.shutDown();
    }
  }

  // The runs

  private static void commits(int size, Path directory) throws IOException {
    Graph shapes = shapes();
    Graph ontology = RDFDataMgr.loadGraph("ontology/bluethread.ttl");
    build(directory.resolve("ungated/store"), size, ontology, Graph.emptyGraph);
    build(directory.resolve("gated/store"), size, ontology, shapes);
    System.out.printf("%n%,d triples%n", size);
    double full = full(directory.resolve("gated/store"), shapes);
    System.out.printf("validation of everything by Jena: %,.0f ms%n", full);
    System.out.printf(
        "%-24s %7s %10s %10s %6s %10s %8s %12s%n",
        "change", "triples", "ungated", "gated", "ratio", "ShaclSail", "ratio", "gate's bytes");
    Stream<Triple> all = Stream.concat(data(size), ontology.stream());
    Map<String, Contender> contenders = new LinkedHashMap<>();
    try {
      contenders.put("ungated", new OurGraph(directory.resolve("ungated")));
      contenders.put("gated", new OurGraph(directory.resolve("gated")));
      if (size <= MOST_FOR_SAIL) {
        contenders.put("sail", new Rdf4j(directory.resolve("rdf4j"), shapes, all));
      }
      for (Kind kind : kinds(size)) {
        for (int delta : DELTAS) {
          if (kind.name().startsWith(only)) {
            measure(kind, delta, contenders);
          }
        }
      }
    } finally {
      contenders.values().forEach(Contender::close);
    }
  }

  private static void growth(Path directory) throws IOException {
    Graph ontology = RDFDataMgr.loadGraph("ontology/bluethread.ttl");
    Map<Integer, Contender> contenders = new LinkedHashMap<>();
    System.out.printf("%-10s %7s %10s %10s %6s%n", "change", "triples", "10⁵", "10⁷", "ratio");
    try {
      for (int size : GROWTH) {
        Path at = directory.resolve(Integer.toString(size));
        build(at.resolve("store"), size, ontology, shapes());
        contenders.put(size, new OurGraph(at));
      }
      for (int delta : DELTAS) {
        grow(delta, contenders);
      }
    } finally {
      contenders.values().forEach(Contender::close);
    }
  }

  private static void grow(int delta, Map<Integer, Contender> contenders) {
    Map<String, List<Double>> there = new LinkedHashMap<>();
    Map<String, List<Double>> back = new LinkedHashMap<>();
    for (int round = -WARM_UP; round < ROUNDS_OF_GROWTH; round++) {
      for (Map.Entry<Integer, Contender> contender : contenders.entrySet()) {
        List<Triple> triples = kinds(contender.getKey()).getFirst().triples().apply(delta);
        double makes = millis(() -> contender.getValue().commit(triples, true));
        double takesBack = millis(() -> contender.getValue().commit(triples, false));
        if (round >= 0) {
          note(there, contender.getKey().toString(), makes);
          note(back, contender.getKey().toString(), takesBack);
        }
      }
    }
    Map.of("additions", there, "deletions", back)
        .forEach(
            (name, times) -> {
              List<Double> medians = times.values().stream().map(GateCommits::median).toList();
              System.out.printf(
                  "%-10s %,7d %10.2f %10.2f %6.2f%n",
                  name,
                  delta,
                  medians.getFirst(),
                  medians.getLast(),
                  medians.getLast() / medians.getFirst());
            });
  }

  private static void measure(Kind kind, int delta, Map<String, Contender> contenders) {
    List<Triple> triples = kind.triples().apply(delta);
    Map<String, List<Double>> there = new LinkedHashMap<>();
    Map<String, List<Double>> back = new LinkedHashMap<>();
    Map<String, List<Double>> bytes = new LinkedHashMap<>();
    for (int round = -WARM_UP; round < rounds; round++) {
      for (Map.Entry<String, Contender> contender : contenders.entrySet()) {
        long allocated = allocated();
        double makes = millis(() -> contender.getValue().commit(triples, kind.adds()));
        allocated = allocated() - allocated;
        double takesBack = millis(() -> contender.getValue().commit(triples, !kind.adds()));
        if (round >= 0) {
          note(there, contender.getKey(), makes);
          note(back, contender.getKey(), takesBack);
          note(bytes, contender.getKey(), (double) allocated);
        }
      }
    }
    tell(kind.name(), triples.size(), there, bytes);
    if (kind.name().equals("additions")) {
      tell("deletions", triples.size(), back, bytes);
    }
  }

  private static void tell(
      String name, int size, Map<String, List<Double>> times, Map<String, List<Double>> bytes) {
    double ungated = median(times.get("ungated"));
    double gated = median(times.get("gated"));
    double sail = times.containsKey("sail") ? median(times.get("sail")) : Double.NaN;
    System.out.printf(
        "%-24s %,7d %10.2f %10.2f %6.2f %10.2f %8.1f %,12.0f%n",
        name,
        size,
        ungated,
        gated,
        gated / ungated,
        sail,
        sail / gated,
        median(bytes.get("gated")) - median(bytes.get("ungated")));
  }

  private static void bulk(Path directory) throws IOException {
    int size = 1_000_000;
    List<Triple> triples = data(size).toList();
    Graph ontology = RDFDataMgr.loadGraph("ontology/bluethread.ttl");
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < 3; round++) {
      Path ungatedAt = directory.resolve("ungated" + round);
      Path gatedAt = directory.resolve("gated" + round);
      build(ungatedAt.resolve("store"), 0, ontology, Graph.emptyGraph);
      build(gatedAt.resolve("store"), 0, ontology, shapes());
      try (OurGraph ungated = new OurGraph(ungatedAt);
          OurGraph gated = new OurGraph(gatedAt)) {
        double without = millis(() -> ungated.commit(triples, true));
        double with = millis(() -> gated.commit(triples, true));
        ratios.add(with / without);
        System.out.printf(
            "bulk load of %,d triples: ungated %,.0f ms, gated %,.0f ms, ratio %.2f%n",
            triples.size(), without, with, with / without);
      }
      delete(ungatedAt);
      delete(gatedAt);
    }
    System.out.printf("median ratio %.2f%n", median(ratios));
  }

  private static double full(Path store, Graph shapesGraph) {
    DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(store.toString());
    Shapes shapes = Shapes.parse(shapesGraph);
    dataset.begin(TxnType.READ);
    try {
      return millis(
          () -> {
            if (!ShaclValidator.get().conforms(shapes, dataset.getUnionGraph())) {
              throw new IllegalStateException("The generated data do not meet the shapes.");
            }
          });
    } finally {
      dataset.end();
      TDBInternal.expel(dataset);
    }
  }

  private static void build(Path store, int size, Graph ontology, Graph shapes) throws IOException {
    Files.createDirectories(store);
    DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(store.toString());
    Iterator<Quad> quads =
        Stream.of(
                (size > 0 ? data(size) : Stream.<Triple>empty())
                    .map(triple -> Quad.create(GRAPH, triple)),
                ontology.stream().map(triple -> Quad.create(Addresses.ONTOLOGY_GRAPH, triple)),
                shapes.stream().map(triple -> Quad.create(Addresses.SHAPES_GRAPH, triple)))
            .flatMap(stream -> stream)
            .iterator();
    while (quads.hasNext()) {
      dataset.executeWrite(
          () -> {
            for (int i = 0; i < 500_000 && quads.hasNext(); i++) {
              dataset.add(quads.next());
            }
          });
    }
    TDBInternal.expel(dataset);
  }

  private static Graph shapes() {
    Graph shapes = GraphFactory.createDefaultGraph();
    try (Stream<Path> files = Files.list(Path.of("shapes"))) {
      files.sorted().forEach(file -> RDFDataMgr.read(shapes, file.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    RDFDataMgr.read(shapes, new StringReader(MORE_SHAPES), "urn:base", Lang.TURTLE);
    return shapes;
  }

  // Small things

  private static Node node(int number) {
    return iri("urn:lsid:marinespecies.org:taxname:" + number);
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }

  private static Node integer(int value) {
    return NodeFactory.createLiteralDT(Integer.toString(value), XSDDatatype.XSDinteger);
  }

  private static void note(Map<String, List<Double>> all, String name, double value) {
    all.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
  }

  private static double millis(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e6;
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(value -> value).toArray();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
