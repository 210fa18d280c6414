package org.bluethread.facade.pages;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.RIOT;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.bluethread.facade.pages.ThingPage.Format;
import org.bluethread.facade.pages.ThingPage.Term;
import org.bluethread.graph.Snapshot;
import org.bluethread.publish.Prefixes;
import org.bluethread.vocabulary.Addresses;

/**
 * The SHACL shapes: each with what it asks for in words, and as it is written. Entered at the
 * fragment of a shape.
 *
 * @param name what they are called
 * @param shapes the shapes, in the order of their names
 * @param commit the commit the page was made from
 */
public record ShapesPage(Term name, List<Shape> shapes, long commit) {
  private static final String BEGINNING = Addresses.SHAPES.getURI() + "#";
  private static final Map<String, String> PREFIXES = prefixes();

  /** Copies the list. */
  public ShapesPage {
    shapes = List.copyOf(shapes);
  }

  /**
   * A shape.
   *
   * @param fragment what ends its IRI
   * @param message what it asks for
   * @param targets the classes whose members it judges
   * @param turtle the shape in Turtle, with the prefixes of this server; of its words those in the
   *     language of the page and in English, as other formats have them all
   */
  public record Shape(String fragment, Optional<Term> message, List<Term> targets, String turtle) {
    /** Copies the list. */
    public Shape {
      targets = List.copyOf(targets);
    }
  }

  private static Map<String, String> prefixes() {
    Map<String, String> prefixes = new HashMap<>(Prefixes.all().getMapping());
    prefixes.put("shape", BEGINNING);
    return Map.copyOf(prefixes);
  }

  /** The page, in a read transaction. */
  public static ShapesPage of(Snapshot snapshot, String language) {
    Graph shapes = snapshot.dataset().getGraph(Addresses.SHAPES_GRAPH);
    Terms terms = new Terms(snapshot.union(), language);
    Set<String> languages = new HashSet<>(List.of("", "en", language));
    List<Shape> all =
        Iter.asStream(GraphUtil.listSubjects(shapes, Node.ANY, Node.ANY))
            .filter(node -> node.isURI() && node.getURI().startsWith(BEGINNING))
            .map(node -> shape(shapes, node, terms, languages))
            .sorted(Comparator.comparing(Shape::fragment, NaturalOrder.TEXT))
            .toList();
    return new ShapesPage(terms.of(Addresses.SHAPES_GRAPH), all, snapshot.commit());
  }

  private static Shape shape(Graph shapes, Node shape, Terms terms, Set<String> languages) {
    return new Shape(
        shape.getURI().substring(BEGINNING.length()),
        terms.value(shape, SHACL.message).map(terms::of),
        terms.values(shape, SHACL.targetClass).stream().map(terms::of).toList(),
        turtle(withBlankNodes(shapes, shape, languages)));
  }

  /** The statements of a shape in some languages, and those of the blank nodes they lead to. */
  private static Graph withBlankNodes(Graph shapes, Node shape, Set<String> languages) {
    Graph found = GraphFactory.createDefaultGraph();
    Deque<Node> open = new ArrayDeque<>(List.of(shape));
    while (!open.isEmpty()) {
      for (Triple triple : Iter.toList(shapes.find(open.pop(), Node.ANY, Node.ANY))) {
        Node object = triple.getObject();
        boolean told = !object.isLiteral() || languages.contains(object.getLiteralLanguage());
        if (told && !found.contains(triple)) {
          found.add(triple);
          if (object.isBlank()) {
            open.push(object);
          }
        }
      }
    }
    return found;
  }

  private static String turtle(Graph graph) {
    graph.getPrefixMapping().setNsPrefixes(PREFIXES);
    return RDFWriter.source(graph)
        .format(RDFFormat.TURTLE_PRETTY)
        .set(RIOT.symTurtleIndentStyle, "long")
        .asString()
        .lines()
        .dropWhile(line -> line.isEmpty() || line.startsWith("PREFIX"))
        .collect(Collectors.joining("\n"));
  }

  /** What all of them are called. */
  public String iri() {
    return Addresses.SHAPES.getURI();
  }

  /** The same in other formats. */
  public List<Format> formats() {
    return ThingPage.formats(iri());
  }
}
