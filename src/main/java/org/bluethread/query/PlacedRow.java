package org.bluethread.query;

import java.util.List;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * A row and what it is ordered by.
 *
 * @param binding the row
 * @param values the beginnings of the values it is ordered by; null where there is none
 */
record PlacedRow(Binding binding, List<NodeValue> values) {}
