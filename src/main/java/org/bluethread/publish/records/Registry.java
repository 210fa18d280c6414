package org.bluethread.publish.records;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.bluethread.graph.Snapshot;

/**
 * Which things are records, and under which identifiers, as of one commit. A thing without a code
 * that clearing-houses know is none. Of things with the same identifier the first by IRI has it.
 *
 * <p>Immutable; holds nothing of the transaction it was read in.
 */
public final class Registry {
  private final Map<RecordSchema, SortedMap<String, Node>> bySchema =
      new EnumMap<>(RecordSchema.class);
  private final Map<Node, RecordKey> keys = new HashMap<>();

  private Registry() {}

  /** Reads all records. It costs as much as there are; keep it for the commit. */
  public static Registry read(Snapshot snapshot) {
    Registry registry = new Registry();
    for (RecordSchema schema : RecordSchema.values()) {
      registry.bySchema.put(schema, registry.read(snapshot.union(), schema));
    }
    return registry;
  }

  private SortedMap<String, Node> read(Graph union, RecordSchema schema) {
    SortedMap<String, Node> things = new TreeMap<>();
    Iter.asStream(union.find(Node.ANY, RDF.Nodes.type, schema.type()))
        .map(Triple::getSubject)
        .filter(Node::isURI)
        .sorted((one, other) -> one.getURI().compareTo(other.getURI()))
        .forEach(
            thing ->
                identifier(union, thing, schema)
                    .filter(identifier -> things.putIfAbsent(identifier, thing) == null)
                    .ifPresent(identifier -> keys.put(thing, new RecordKey(schema, identifier))));
    return things;
  }

  private static Optional<String> identifier(Graph union, Node thing, RecordSchema schema) {
    return Iter.toList(union.find(thing, schema.code(), Node.ANY)).stream()
        .map(Triple::getObject)
        .filter(Node::isLiteral)
        .map(Node::getLiteralLexicalForm)
        .sorted()
        .findFirst()
        .map(schema::identifier);
  }

  /** How many records of a schema there are. */
  public int count(RecordSchema schema) {
    return bySchema.get(schema).size();
  }

  /** A part of the records of a schema, by identifier. */
  public List<Node> part(RecordSchema schema, int offset, int limit) {
    return bySchema.get(schema).values().stream().skip(offset).limit(limit).toList();
  }

  /** The record of an identifier that is spelled as it should be. */
  public Optional<Node> find(String identifier) {
    return bySchema.values().stream()
        .flatMap(things -> Optional.ofNullable(things.get(identifier)).stream())
        .findFirst();
  }

  /** What a thing is called as a record; empty if it is none. */
  public Optional<RecordKey> key(Node thing) {
    return Optional.ofNullable(keys.get(thing));
  }

  /** All schemas with the number of their records. */
  public Map<RecordSchema, Integer> counts() {
    Map<RecordSchema, Integer> counts = new EnumMap<>(RecordSchema.class);
    bySchema.forEach((schema, things) -> counts.put(schema, things.size()));
    return Collections.unmodifiableMap(counts);
  }
}
