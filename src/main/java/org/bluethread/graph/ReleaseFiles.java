package org.bluethread.graph;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.bluethread.table.MappingException;
import org.bluethread.table.Table;
import org.bluethread.table.TableException;
import org.bluethread.table.TableMapping;
import org.bluethread.vocabulary.Addresses;

/**
 * The files of a release: RDF ({@code .ttl .trig .nq}) under {@code ontology/}, {@code shapes/} and
 * {@code data/}, and under {@code data/} tables ({@code .csv .tsv}) with the mappings ({@code .rq})
 * that say what their rows mean.
 */
final class ReleaseFiles {
  private static final Pattern RDF = Pattern.compile(".*\\.(ttl|trig|nq)");
  private static final Pattern MAPPING = Pattern.compile("data/.*\\.rq");
  private static final Pattern TABLE = Pattern.compile("data/.*\\.(csv|tsv)");

  private final Path home;

  ReleaseFiles(Path home) {
    this.home = home;
  }

  /**
   * What the files hold, by their names relative to home.
   *
   * @throws StoreException if there is none or one cannot be read
   */
  SortedMap<String, byte[]> contents() {
    SortedMap<String, byte[]> contents = new TreeMap<>();
    Stream.of("ontology", "shapes", "data")
        .map(home::resolve)
        .filter(Files::isDirectory)
        .forEach(folder -> addFiles(folder, contents));
    if (contents.isEmpty()) {
      throw new StoreException(
          "There are no files to load under " + home + " (ontology, shapes, data).");
    }
    return contents;
  }

  private void addFiles(Path folder, Map<String, byte[]> contents) {
    try (Stream<Path> walk = Files.walk(folder)) {
      walk.filter(file -> !Files.isDirectory(file)) // A broken link is not passed over.
          .forEach(
              file -> {
                String name = home.relativize(file).toString();
                String plain = name.toLowerCase(Locale.ROOT);
                if (Stream.of(RDF, MAPPING, TABLE)
                    .anyMatch(kind -> kind.matcher(plain).matches())) {
                  contents.put(name, read(file));
                }
              });
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

  /**
   * Reads the files.
   *
   * @throws StoreException if one is not as it should be; it is named with the line
   */
  Shipment parse(SortedMap<String, byte[]> contents) {
    DatasetGraph dataset = DatasetGraphFactory.createGeneral();
    Map<Node, SortedMap<String, byte[]>> sources = new LinkedHashMap<>();
    SortedSet<String> unread = new TreeSet<>(contents.keySet());
    unread.removeIf(name -> !matches(TABLE, name));
    contents.forEach(
        (name, bytes) -> {
          if (!matches(TABLE, name)) {
            SortedMap<String, byte[]> parts = new TreeMap<>(Map.of(name, bytes));
            SortedSet<Node> graphs = new TreeSet<>(Comparator.comparing(Node::toString));
            Consumer<Quad> sink =
                quad -> {
                  graphs.add(quad.getGraph());
                  dataset.add(StoredForm.of(quad));
                };
            if (matches(MAPPING, name)) {
              TableMapping mapping = mapping(name, bytes);
              String table = tableOf(mapping, name, contents);
              parts.put(table, contents.get(table));
              unread.remove(table);
              map(mapping, table, contents.get(table), sink);
            } else {
              parse(name, bytes, sink);
            }
            graphs.forEach(
                graph -> sources.computeIfAbsent(graph, g -> new TreeMap<>()).putAll(parts));
          }
        });
    if (!unread.isEmpty()) {
      throw new StoreException(
          "No mapping reads " + String.join(", ", unread) + ": a file .rq beside it has to.");
    }
    Map<Node, String> hashes = new LinkedHashMap<>();
    Map<Node, String> files = new LinkedHashMap<>();
    sources.forEach(
        (graph, parts) -> {
          hashes.put(graph, hash(parts));
          files.put(graph, String.join(", ", parts.keySet()));
        });
    return new Shipment(dataset, hashes, files);
  }

  private static boolean matches(Pattern kind, String name) {
    return kind.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }

  private static TableMapping mapping(String name, byte[] bytes) {
    try {
      return TableMapping.of(name, new String(bytes, StandardCharsets.UTF_8), Addresses.BASE);
    } catch (MappingException e) {
      throw new StoreException("A mapping cannot be read. " + e.getMessage(), e);
    }
  }

  private static String tableOf(TableMapping mapping, String name, Map<String, byte[]> contents) {
    return mapping
        .table()
        .map(table -> Path.of(name).resolveSibling(table).normalize().toString())
        .filter(contents::containsKey)
        .orElseThrow(
            () ->
                new StoreException(
                    "The mapping "
                        + name
                        + " names no table that is there: FROM <file.csv>, beside it."));
  }

  private static void map(TableMapping mapping, String table, byte[] bytes, Consumer<Quad> sink) {
    try {
      mapping.map(
          Table.of(table, bytes), statement -> sink.accept(inGraph(table, statement.quad())));
    } catch (TableException | MappingException e) {
      throw new StoreException("A table cannot be read. " + e.getMessage(), e);
    }
  }

  private static void parse(String name, byte[] bytes, Consumer<Quad> sink) {
    Optional<Node> fixed = fixedGraph(name);
    StreamRDF stream =
        new StreamRDFBase() {
          @Override
          public void triple(Triple triple) {
            quad(Quad.create(Quad.defaultGraphNodeGenerated, triple));
          }

          @Override
          public void quad(Quad quad) {
            sink.accept(
                fixed
                    .map(graph -> Quad.create(graph, quad.asTriple()))
                    .orElseGet(() -> inGraph(name, quad)));
          }
        };
    try {
      RDFParser.create()
          .source(new ByteArrayInputStream(bytes))
          .lang(RDFLanguages.filenameToLang(name, Lang.TRIG))
          .base(Addresses.BASE)
          .labelToNode(LabelToNode.createScopeByDocumentHash(seed(name)))
          .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
          .parse(stream);
    } catch (RiotException e) {
      throw new StoreException("The file " + name + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Blank nodes are told apart by file; the same file gives the same ones each time. */
  private static UUID seed(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private static Quad inGraph(String name, Quad quad) {
    if (quad.getGraph() == null || quad.isDefaultGraph()) {
      throw new StoreException(
          "The file " + name + " cannot be read: a statement stands in no graph; put it into one.");
    }
    return quad;
  }

  private static Optional<Node> fixedGraph(String name) {
    return switch (Path.of(name).getName(0).toString()) {
      case "ontology" -> Optional.of(Addresses.ONTOLOGY_GRAPH);
      case "shapes" -> Optional.of(Addresses.SHAPES_GRAPH);
      default -> Optional.empty();
    };
  }

  /** A hash of files by their names and contents. */
  static String hash(SortedMap<String, byte[]> parts) {
    MessageDigest digest = Sha256.digest();
    parts.forEach(
        (name, bytes) ->
            digest.update(
                (name + ' ' + Sha256.hex(bytes) + '\n').getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(digest.digest());
  }
}
