package org.bluethread.facade.informea;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.olingo.odata2.api.edm.EdmException;
import org.apache.olingo.odata2.api.edm.EdmProperty;
import org.apache.olingo.odata2.api.uri.ExpandSelectTreeNode;
import org.bluethread.publish.informea.Field;
import org.bluethread.publish.informea.Part;
import org.bluethread.publish.informea.RecordType;

/**
 * What is given of records: which fields, which parts as links, which parts with their records.
 *
 * @param fields the names of the fields; empty if all are wanted
 * @param links the names of the parts that are not left out; empty if none is
 * @param expanded what is given of the records of parts, by the part's name
 */
record Selection(
    Optional<Set<String>> fields, Optional<Set<String>> links, Map<String, Selection> expanded) {
  /** Copies the collections. */
  Selection {
    fields = fields.map(Set::copyOf);
    links = links.map(Set::copyOf);
    expanded = Map.copyOf(expanded);
  }

  /** All fields, all parts as links. */
  static Selection everything() {
    return new Selection(Optional.empty(), Optional.empty(), Map.of());
  }

  /** What the options {@code $select} and {@code $expand} say together. */
  static Selection of(ExpandSelectTreeNode node) throws EdmException {
    Map<String, Selection> expanded = new HashMap<>();
    for (Map.Entry<String, ExpandSelectTreeNode> link : node.getLinks().entrySet()) {
      if (link.getValue() != null) { // Olingo's way to say that it is not expanded.
        expanded.put(link.getKey(), of(link.getValue()));
      }
    }
    if (node.isAll()) {
      return new Selection(Optional.empty(), Optional.empty(), expanded);
    }
    Set<String> fields = new HashSet<>();
    for (EdmProperty property : node.getProperties()) {
      fields.add(property.getName());
    }
    return new Selection(Optional.of(fields), Optional.of(node.getLinks().keySet()), expanded);
  }

  /** The fields of a type that are given. */
  List<Field> fields(RecordType type) {
    return type.fields().stream()
        .filter(field -> fields.isEmpty() || fields.get().contains(field.name()))
        .toList();
  }

  /** The parts of a type that are given, as links or with their records. */
  List<Part> parts(RecordType type) {
    return type.parts().stream()
        .filter(part -> links.isEmpty() || links.get().contains(part.name()))
        .toList();
  }

  /** What is given of the records of a part; empty if only the link is. */
  Optional<Selection> expanded(Part part) {
    return Optional.ofNullable(expanded.get(part.name()));
  }
}
