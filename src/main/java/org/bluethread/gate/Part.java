package org.bluethread.gate;

import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.engine.ShaclPaths;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.VLib;

/**
 * What of a shape with targets is judged by itself at a focus node: one of its property shapes, or
 * the constraints it declares for the focus node itself. The results of a shape are those of its
 * parts.
 *
 * @param index a number of its own among all parts
 * @param root the shape with targets
 * @param property the property shape; empty for the shape's own constraints
 */
record Part(int index, Shape root, Optional<PropertyShape> property) {

  /**
   * Judges a focus node; the results go to the report of the context.
   *
   * @param data what is judged
   */
  void validate(ValidationContext context, Graph data, Node focusNode) {
    if (property.isPresent()) {
      validate(property.get(), context, data, focusNode);
      return;
    }
    for (Constraint constraint : root.getConstraints()) {
      VLib.evalConstraint(context, data, root, focusNode, null, null, constraint);
    }
  }

  /** This part as one that judges value by value, if it is. */
  Optional<ValueWise> valueWise() {
    return property.filter(shape -> !shape.deactivated()).flatMap(ValueWise::of);
  }

  /** A property shape inside a property shape judges the values, by SHACL section 4.7.2. */
  private static void validate(
      PropertyShape shape, ValidationContext context, Graph data, Node focusNode) {
    if (shape.deactivated()) {
      return;
    }
    Set<Node> values = ShaclPaths.valueNodes(data, focusNode, shape.getPath());
    for (Constraint constraint : shape.getConstraints()) {
      VLib.evalConstraint(context, data, shape, focusNode, shape.getPath(), values, constraint);
    }
    for (PropertyShape inner : shape.getPropertyShapes()) {
      values.forEach(value -> validate(inner, context, data, value));
    }
  }
}
