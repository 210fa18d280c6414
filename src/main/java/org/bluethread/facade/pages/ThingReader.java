package org.bluethread.facade.pages;

import static java.util.stream.Collectors.partitioningBy;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.bluethread.facade.pages.ThingPage.Group;
import org.bluethread.facade.pages.ThingPage.Part;
import org.bluethread.facade.pages.ThingPage.Stated;
import org.bluethread.facade.pages.ThingPage.Term;
import org.bluethread.graph.Snapshot;
import org.bluethread.publish.Description;
import org.bluethread.publish.location.Locations;
import org.bluethread.vocabulary.Addresses;
import org.bluethread.vocabulary.BT;

/** Reads the page of one thing, in a read transaction. Not safe for threads; good for one page. */
final class ThingReader {
  private static final Set<Node> NAMING =
      Set.of(
          SKOS.prefLabel.asNode(),
          SKOS.altLabel.asNode(),
          SKOS.hiddenLabel.asNode(),
          RDFS.Nodes.label,
          BT.officialLabelIn.asNode());

  private final Snapshot snapshot;
  private final String language;
  private final Description description;
  private final Node thing;
  private final Terms terms;
  private final StatementReader reader;

  ThingReader(Snapshot snapshot, Description description, String language) {
    this.snapshot = snapshot;
    this.language = language;
    this.description = description;
    this.thing = description.thing();
    this.terms = new Terms(snapshot.union(), language);
    this.reader = new StatementReader(thing, terms);
  }

  /**
   * @param next the address of the page that goes on with what points to the thing
   * @param data what the page says to machines
   */
  ThingPage page(Optional<String> next, Optional<DataBlock> data) {
    List<Quad> statements =
        description.statements().stream().filter(quad -> !isInTheHead(quad)).toList();
    Map<Boolean, List<Quad>> named = statements.stream().collect(partitioningBy(this::isName));
    List<Group> said = reader.groups(named.get(false), Quad::getObject);
    List<Group> pointing = reader.groups(description.mentions().quads(), Quad::getSubject);
    List<Stated> evidence = evidence();
    return new ThingPage(
        thing.getURI(),
        terms.of(thing),
        terms.values(thing, RDF.Nodes.type).stream()
            .map(terms::of)
            .sorted(Comparator.comparing(Term::text))
            .toList(),
        terms.codes(thing),
        reader.groups(named.get(true), Quad::getObject),
        ThingMap.of(Locations.of(snapshot, description), terms, language),
        said,
        pointing,
        Range.of(description.mentions(), next),
        description.cut(),
        evidence,
        parts(),
        reader.documents(),
        snapshot.commit(),
        data);
  }

  /** Whether the head of the page says this already, and nobody but a register answers for it. */
  private boolean isInTheHead(Quad quad) {
    boolean shown =
        quad.getPredicate().equals(RDF.Nodes.type)
            || quad.getPredicate().equals(SKOS.notation.asNode());
    return shown && reader.origin(quad.getGraph()).isEmpty();
  }

  /** Whether it says what the thing is called, and nobody but a register answers for it. */
  private boolean isName(Quad quad) {
    return NAMING.contains(quad.getPredicate()) && reader.origin(quad.getGraph()).isEmpty();
  }

  private List<Stated> evidence() {
    Node graph = NodeFactory.createURI(thing.getURI() + Addresses.STATEMENTS);
    return reader.stated(
        description.parts().stream().filter(quad -> quad.getGraph().equals(graph)).toList());
  }

  /** What the description names by the thing's IRI and a fragment. */
  private List<Part> parts() {
    Set<Node> found = new LinkedHashSet<>();
    for (Quad quad : description.statements()) {
      found.add(quad.getObject());
    }
    for (Quad quad : description.mentions().quads()) {
      found.add(quad.getSubject());
    }
    return found.stream()
        .filter(reader::isPart)
        .filter(node -> !node.getURI().endsWith(Addresses.STATEMENTS))
        .map(this::part)
        .sorted(Comparator.comparing(Part::fragment, NaturalOrder.TEXT))
        .toList();
  }

  private Part part(Node node) {
    List<Quad> said =
        Iter.toList(snapshot.dataset().findNG(Node.ANY, node, Node.ANY, Node.ANY)).stream()
            .filter(quad -> !quad.getObject().equals(thing))
            .toList();
    Term name =
        terms.isNamed(node)
            ? terms.of(node)
            : terms.value(node, RDF.Nodes.type).map(terms::of).orElseGet(() -> terms.of(node));
    return new Part(reader.fragment(node), name, reader.groups(said, Quad::getObject));
  }
}
