package org.bluethread.publish;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.engine.TargetType;
import org.bluethread.graph.Snapshot;

/**
 * What a valid description of an instance of a class holds, as the shapes of a commit say it.
 * Immutable.
 *
 * @param term the class
 * @param types the classes to state of an instance: this one, and those above it that shapes target
 * @param requirements what is asked of an instance
 * @param from properties that may lead from an instance, each with the classes it may lead to
 * @param to properties that may lead to an instance, each with the classes it may lead from
 */
public record ClassProfile(
    OntologyTerm term,
    List<Node> types,
    List<Requirement> requirements,
    Map<Node, List<Node>> from,
    Map<Node, List<Node>> to) {
  /** Copies lists and maps. */
  public ClassProfile {
    types = List.copyOf(types);
    requirements = List.copyOf(requirements);
    from = Map.copyOf(from);
    to = Map.copyOf(to);
  }

  /**
   * The profile of a class.
   *
   * @param name the end of the IRI of the class
   * @return empty if the ontology has no such class
   */
  public static Optional<ClassProfile> of(Snapshot snapshot, String name) {
    Ontology ontology = Ontology.of(snapshot);
    return ontology
        .term(name)
        .filter(term -> term.kind() == OntologyTerm.Kind.CLASS)
        .map(term -> of(term, ontology.upwards(term.iri()), new ShapeGraph(snapshot)));
  }

  private static ClassProfile of(OntologyTerm term, List<Node> upwards, ShapeGraph shapes) {
    Map<Node, List<Node>> subjects = shapes.endsOfLinks(TargetType.targetSubjectsOf);
    Map<Node, List<Node>> objects = shapes.endsOfLinks(TargetType.targetObjectsOf);
    return new ClassProfile(
        term,
        upwards.stream()
            .filter(
                type ->
                    type.equals(term.iri())
                        || shapes
                            .targeting(TargetType.targetClass, List.of(type))
                            .findAny()
                            .isPresent())
            .toList(),
        shapes
            .targeting(TargetType.targetClass, upwards)
            .flatMap(ShapeGraph::requirements)
            .toList(),
        others(subjects, objects, upwards),
        others(objects, subjects, upwards));
  }

  /** The properties one end of which may be this class, with the classes of the other end. */
  private static Map<Node, List<Node>> others(
      Map<Node, List<Node>> here, Map<Node, List<Node>> there, List<Node> upwards) {
    Map<Node, List<Node>> found = new TreeMap<>(Comparator.comparing(Node::toString));
    here.forEach(
        (property, classes) -> {
          if (classes.stream().anyMatch(upwards::contains)) {
            found.put(property, there.getOrDefault(property, List.of()));
          }
        });
    return found;
  }
}
