package org.bluethread.publish.records;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.SKOS;
import org.bluethread.graph.Snapshot;
import org.bluethread.publish.Description;
import org.bluethread.publish.DocumentGraphs;

/**
 * A thing as a record.
 *
 * @param key what it is called
 * @param thing the thing
 * @param titles its names by language
 * @param summaries what it is, by language
 * @param relations the records it is connected with in one step
 * @param documents the documents that speak of it, by IRI, each with the units that do
 * @param cut whether more leads to it than was looked at
 */
public record ThingRecord(
    RecordKey key,
    Node thing,
    Map<String, String> titles,
    Map<String, String> summaries,
    List<Relation> relations,
    Map<String, Set<String>> documents,
    boolean cut) {
  private static final String SSSOM = "https://w3id.org/sssom/";
  private static final Node SUBJECT = NodeFactory.createURI(SSSOM + "subject_id");
  private static final Node PREDICATE = NodeFactory.createURI(SSSOM + "predicate_id");
  private static final Node OBJECT = NodeFactory.createURI(SSSOM + "object_id");

  /** Copies lists and maps. */
  public ThingRecord {
    titles = new TreeMap<>(titles);
    summaries = new TreeMap<>(summaries);
    relations = List.copyOf(relations);
    documents = new TreeMap<>(documents);
  }

  /**
   * Reads a record: what is said of the thing, and {@link Description#MOST_MENTIONS} statements
   * that lead to it.
   *
   * @param registry the records of the same commit
   * @throws IllegalArgumentException if the thing is no record
   */
  public static ThingRecord read(Snapshot snapshot, Registry registry, Node thing) {
    RecordKey key =
        registry
            .key(thing)
            .orElseThrow(() -> new IllegalArgumentException(thing + " is no record"));
    Description description = Description.of(snapshot, thing, 0);
    List<Quad> about =
        Stream.concat(description.statements().stream(), description.mentions().quads().stream())
            .toList();
    return new ThingRecord(
        key,
        thing,
        texts(snapshot.union(), thing, SKOS.prefLabel.asNode()),
        texts(snapshot.union(), thing, SKOS.definition.asNode()),
        relations(snapshot.union(), registry, thing, about),
        documents(snapshot, about),
        description.cut() || !description.mentions().isAll());
  }

  private static Map<String, String> texts(Graph union, Node thing, Node property) {
    Map<String, String> texts = new LinkedHashMap<>();
    values(union, thing, property).stream()
        .filter(Node::isLiteral)
        .forEach(
            text -> texts.putIfAbsent(text.getLiteralLanguage(), text.getLiteralLexicalForm()));
    return texts;
  }

  private static List<Relation> relations(
      Graph union, Registry registry, Node thing, List<Quad> about) {
    SequencedSet<Relation> relations = new LinkedHashSet<>();
    for (Quad quad : about) {
      boolean forward = quad.getSubject().equals(thing);
      if (quad.getPredicate().equals(SUBJECT) || quad.getPredicate().equals(OBJECT)) {
        relations.addAll(mapped(union, registry, quad));
      } else {
        registry
            .key(forward ? quad.getObject() : quad.getSubject())
            .ifPresent(
                other ->
                    relations.add(
                        new Relation(other, quad.getPredicate(), forward, Optional.empty())));
      }
    }
    return relations.stream()
        .sorted(
            comparing((Relation one) -> one.other().schema())
                .thenComparing(one -> one.other().identifier())
                .thenComparing(one -> one.property().toString())
                .thenComparing(one -> one.mapping().map(Node::toString).orElse("")))
        .toList();
  }

  /** What is at the other end of a mapping that points to the thing. */
  private static List<Relation> mapped(Graph union, Registry registry, Quad end) {
    boolean forward = end.getPredicate().equals(SUBJECT);
    Node mapping = end.getSubject();
    List<Relation> relations = new ArrayList<>();
    for (Node other : values(union, mapping, forward ? OBJECT : SUBJECT)) {
      for (Node property : values(union, mapping, PREDICATE)) {
        registry
            .key(other)
            .map(key -> new Relation(key, property, forward, Optional.of(mapping)))
            .ifPresent(relations::add);
      }
    }
    return relations;
  }

  private static Map<String, Set<String>> documents(Snapshot snapshot, List<Quad> about) {
    DocumentGraphs graphs = new DocumentGraphs(snapshot);
    Map<String, Set<String>> documents = new TreeMap<>();
    about.stream()
        .map(Quad::getGraph)
        .distinct()
        .filter(graphs::isEvidence)
        .forEach(
            graph ->
                graphs
                    .documents(graph)
                    .forEach(
                        document ->
                            graphs
                                .units(graph)
                                .forEach(
                                    unit ->
                                        documents
                                            .computeIfAbsent(
                                                document.toString(), name -> new TreeSet<>())
                                            .add(unit.toString()))));
    return documents;
  }

  private static List<Node> values(Graph union, Node thing, Node property) {
    return Iter.asStream(union.find(thing, property, Node.ANY))
        .map(Triple::getObject)
        .sorted(comparing(Node::toString))
        .toList();
  }
}
