package org.bluethread.graph;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.bluethread.gate.Result;
import org.bluethread.vocabulary.Addresses;

/**
 * What is shipped with the program: the files under {@code ontology/}, {@code shapes/} and {@code
 * data/} of its home. A store keeps the list of the graphs they made; on start, those whose files
 * changed are replaced, through the gate and in one commit, and graphs that users wrote stay.
 */
public final class Release {
  private static final int MOST_CONFLICTS_NAMED = 10;

  private final Path home;

  /**
   * @param home the folder that holds {@code ontology}, {@code shapes} and {@code data}
   */
  public Release(Path home) {
    this.home = home;
  }

  /**
   * Brings a store to this release. Does nothing when no file changed since the last time.
   *
   * @return what became of it; empty when there was nothing to do
   * @throws StoreException if a file cannot be read; it is named with line and column
   * @throws ReleaseConflictException if it does not go together with what users wrote
   */
  public Optional<Outcome> load(KnowledgeGraph graph) {
    SortedSet<Path> files = files();
    if (files.isEmpty()) {
      throw new StoreException(
          "There are no files to load under " + home + " (ontology, shapes, data).");
    }
    Map<Path, byte[]> contents = new LinkedHashMap<>();
    files.forEach(file -> contents.put(file, read(file)));
    String fingerprint = fingerprint(contents);
    boolean loaded =
        graph.read(
            snapshot ->
                ShippedGraphs.fingerprint(snapshot.dataset()).equals(Optional.of(fingerprint)));
    return loaded ? Optional.empty() : Optional.of(load(graph, contents, fingerprint));
  }

  private Outcome load(KnowledgeGraph graph, Map<Path, byte[]> contents, String fingerprint) {
    Shipment shipment = parse(contents);
    WriteRequest request =
        new WriteRequest(
            Author.RELEASE,
            "release",
            "Load the release " + fingerprint.substring(0, 12),
            fingerprint,
            target -> apply(shipment, fingerprint, target));
    try {
      return graph.write(request);
    } catch (RefusedException e) {
      throw new ReleaseConflictException(graph.read(snapshot -> sides(e, shipment, snapshot)));
    }
  }

  private static void apply(Shipment shipment, String fingerprint, DatasetGraph target) {
    Map<Node, String> before = ShippedGraphs.sourceHashes(target);
    List<Node> gone =
        before.keySet().stream()
            .filter(graph -> !shipment.sourceHashes().containsKey(graph))
            .toList();
    List<Node> changed =
        shipment.sourceHashes().keySet().stream()
            .filter(graph -> !shipment.sourceHashes().get(graph).equals(before.get(graph)))
            .toList();
    List<String> conflicts =
        Stream.concat(gone.stream(), changed.stream())
            .filter(edited(target, before, shipment))
            .limit(MOST_CONFLICTS_NAMED)
            .map(graph -> conflict(graph, before, shipment))
            .toList();
    if (!conflicts.isEmpty()) {
      throw new ReleaseConflictException(conflicts);
    }
    gone.forEach(target::removeGraph);
    ShippedGraphs.remove(target, gone);
    for (Node graph : changed) {
      replace(shipment.dataset(), graph, target);
      ShippedGraphs.put(target, graph, shipment.sourceHashes().get(graph));
    }
    ShippedGraphs.setFingerprint(target, fingerprint);
  }

  /** Graphs in which somebody else's statements would be lost. */
  private static Predicate<Node> edited(
      DatasetGraph target, Map<Node, String> before, Shipment shipment) {
    return graph -> {
      String now = GraphHash.of(target, graph);
      boolean sameAsShipped = now.equals(GraphHash.of(shipment.dataset(), graph));
      return !sameAsShipped
          && (before.containsKey(graph)
              ? ShippedGraphs.isEdited(target, graph)
              : target.containsGraph(graph));
    };
  }

  private static String conflict(Node graph, Map<Node, String> before, Shipment shipment) {
    String ours =
        Optional.ofNullable(shipment.files().get(graph))
            .map(file -> "the release ships it in " + file)
            .orElse("the release no longer ships it");
    String theirs =
        before.containsKey(graph)
            ? "it was edited here after the last release"
            : "a graph of that name was written here before";
    return "<" + graph + ">: " + ours + ", and " + theirs + ".";
  }

  /** Replaces what differs; what is equal is not touched, so that the change stays small. */
  private static void replace(DatasetGraph shipped, Node graph, DatasetGraph target) {
    List<Quad> obsolete = new ArrayList<>();
    Iterator<Quad> held = target.find(graph, Node.ANY, Node.ANY, Node.ANY);
    held.forEachRemaining(
        quad -> {
          if (!shipped.contains(quad)) {
            obsolete.add(quad);
          }
        });
    obsolete.forEach(target::delete);
    shipped.find(graph, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(target::add);
  }

  private static List<String> sides(RefusedException e, Shipment shipment, Snapshot snapshot) {
    return e.report().results().stream()
        .filter(Result::isViolation)
        .limit(MOST_CONFLICTS_NAMED)
        .map(
            result ->
                "<"
                    + result.focusNode()
                    + ">: "
                    + result.message("en")
                    + " The release asks for it by the shape "
                    + NodeFmtLib.displayStr(result.sourceShape())
                    + " and speaks of it in "
                    + graphs(shipment.dataset(), result.focusNode())
                    + "; the store, before it, in "
                    + graphs(snapshot.dataset(), result.focusNode())
                    + ".")
        .toList();
  }

  private static String graphs(DatasetGraph dataset, Node subject) {
    SortedSet<String> graphs = new TreeSet<>();
    dataset
        .findNG(Node.ANY, subject, Node.ANY, Node.ANY)
        .forEachRemaining(quad -> graphs.add("<" + quad.getGraph() + ">"));
    return graphs.isEmpty() ? "no graph" : String.join(", ", graphs);
  }

  private record Shipment(
      DatasetGraph dataset, Map<Node, String> sourceHashes, Map<Node, String> files) {}

  private Shipment parse(Map<Path, byte[]> contents) {
    DatasetGraph dataset = DatasetGraphFactory.createGeneral();
    Map<Node, SortedMap<String, byte[]>> sources = new LinkedHashMap<>();
    contents.forEach(
        (file, bytes) -> {
          String name = home.relativize(file).toString();
          parse(file, name, bytes, dataset)
              .forEach(
                  graph -> sources.computeIfAbsent(graph, g -> new TreeMap<>()).put(name, bytes));
        });
    Map<Node, String> hashes = new LinkedHashMap<>();
    Map<Node, String> files = new LinkedHashMap<>();
    sources.forEach(
        (graph, parts) -> {
          hashes.put(graph, hash(parts));
          files.put(graph, String.join(", ", parts.keySet()));
        });
    return new Shipment(dataset, hashes, files);
  }

  /** Reads a file into the dataset and says which graphs it has statements for. */
  private SortedSet<Node> parse(Path file, String name, byte[] bytes, DatasetGraph dataset) {
    SortedSet<Node> graphs = new TreeSet<>(Comparator.comparing(Node::toString));
    Optional<Node> fixed = fixedGraph(file);
    StreamRDF sink =
        new StreamRDFWrapper(StreamRDFLib.dataset(dataset)) {
          @Override
          public void triple(Triple triple) {
            quad(Quad.create(Quad.defaultGraphNodeGenerated, triple));
          }

          @Override
          public void quad(Quad quad) {
            Node graph = fixed.orElse(quad.getGraph());
            if (graph == null || Quad.isDefaultGraph(graph)) {
              throw new RiotException("A statement stands in no graph: put it into one.");
            }
            graphs.add(graph);
            super.quad(Quad.create(graph, quad.asTriple()));
          }

          @Override
          public void prefix(String prefix, String iri) {}
        };
    try {
      RDFParser.create()
          .source(new ByteArrayInputStream(bytes))
          .lang(RDFLanguages.filenameToLang(name, Lang.TRIG))
          .base(Addresses.BASE)
          .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
          .parse(sink);
    } catch (RiotException e) {
      throw new StoreException("The file " + name + " cannot be read: " + e.getMessage(), e);
    }
    return graphs;
  }

  private Optional<Node> fixedGraph(Path file) {
    return switch (home.relativize(file).getName(0).toString()) {
      case "ontology" -> Optional.of(Addresses.ONTOLOGY_GRAPH);
      case "shapes" -> Optional.of(Addresses.SHAPES_GRAPH);
      default -> Optional.empty();
    };
  }

  private SortedSet<Path> files() {
    return Stream.of("ontology", "shapes", "data")
        .map(home::resolve)
        .filter(Files::isDirectory)
        .flatMap(Release::rdfFiles)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<Path> rdfFiles(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk
          .filter(file -> !Files.isDirectory(file)) // A broken link is not passed over.
          .filter(file -> file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(ttl|trig|nq)"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new StoreException("The folder " + folder + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new StoreException("The file " + file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private String fingerprint(Map<Path, byte[]> contents) {
    SortedMap<String, byte[]> byName = new TreeMap<>();
    contents.forEach((file, bytes) -> byName.put(home.relativize(file).toString(), bytes));
    return hash(byName);
  }

  private static String hash(SortedMap<String, byte[]> parts) {
    MessageDigest digest = Sha256.digest();
    parts.forEach(
        (name, bytes) ->
            digest.update(
                (name + ' ' + Sha256.hex(bytes) + '\n').getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(digest.digest());
  }
}
