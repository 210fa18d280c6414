package org.bluethread.graph.remote;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;
import org.apache.jena.sparql.syntax.ElementUnion;

/**
 * A block of triples as patterns whose solutions come once, whatever the store repeats. In a graph
 * that is a set, no two solutions of a block bind all its variables alike, so it is enough to ask
 * for distinct ones, of all variables: those of blank nodes and of the joints of paths as well.
 *
 * <p>A path {@code p|q} stands for two patterns, whose solutions both count.
 */
final class SetPatterns {
  private static final String JOINT = "bt_joint_";
  private static final String BLANK = "bt_blank_";

  private final ElementPathBlock simple = new ElementPathBlock();
  private final List<Element> parts = new ArrayList<>();
  private final String place;
  private int joints;

  private SetPatterns(String place) {
    this.place = place;
  }

  /**
   * The patterns of a block, to be joined.
   *
   * @param number tells the block from others of the query
   */
  static List<Element> of(Element block, int number) {
    SetPatterns patterns = new SetPatterns(number + "_");
    if (block instanceof ElementPathBlock paths) {
      paths.getPattern().forEach(patterns::add);
    } else if (block instanceof ElementTriplesBlock triples) {
      triples.getPattern().forEach(triple -> patterns.add(new TriplePath(triple)));
    }
    return patterns.all();
  }

  private List<Element> all() {
    List<Element> all = new ArrayList<>();
    if (!simple.isEmpty()) {
      all.add(distinct(simple));
    }
    all.addAll(parts);
    return all;
  }

  private void add(TriplePath triple) {
    Node subject = named(triple.getSubject());
    Node object = named(triple.getObject());
    if (triple.isTriple()) {
      simple.addTriple(Triple.create(subject, named(triple.getPredicate()), object));
    } else {
      add(subject, triple.getPath(), object);
    }
  }

  private void add(Node subject, Path path, Node object) {
    switch (path) {
      case P_Link link -> simple.addTriple(Triple.create(subject, link.getNode(), object));
      case P_Inverse inverse -> add(object, inverse.getSubPath(), subject);
      case P_Seq sequence -> {
        Node joint = Var.alloc(JOINT + place + joints++);
        add(subject, sequence.getLeft(), joint);
        add(joint, sequence.getRight(), object);
      }
      case P_Alt either -> {
        ElementUnion union = new ElementUnion();
        union.addElement(alone(subject, either.getLeft(), object, "l"));
        union.addElement(alone(subject, either.getRight(), object, "r"));
        parts.add(union);
      }
      default -> simple.addTriplePath(new TriplePath(subject, path, object));
    }
  }

  private Element alone(Node subject, Path path, Node object, String side) {
    SetPatterns patterns = new SetPatterns(place + side + joints++);
    patterns.add(subject, path, object);
    ElementGroup group = new ElementGroup();
    patterns.all().forEach(group::addElement);
    return group;
  }

  /** The variable of a blank node under a name that a subquery can give. */
  private static Node named(Node node) {
    return Var.isBlankNodeVar(node)
        ? Var.alloc(BLANK + Var.alloc(node).getVarName().replaceAll("[^0-9A-Za-z]", ""))
        : node;
  }

  private static Element distinct(ElementPathBlock block) {
    ElementGroup group = new ElementGroup();
    group.addElement(block);
    Query query = new Query();
    query.setQuerySelectType();
    query.setDistinct(true);
    query.setQueryResultStar(true);
    query.setQueryPattern(group);
    return new ElementSubQuery(query);
  }
}
