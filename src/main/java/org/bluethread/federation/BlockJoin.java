package org.bluethread.federation;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * A block of solutions that is to be joined with the answer of a SERVICE.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-query/#defn_algJoin">SPARQL 1.1, 18.5, Join</a>
 */
final class BlockJoin {
  private final List<Binding> block;
  private final List<Var> shared;
  private final Map<List<Node>, List<Binding>> byValues;
  private final List<Binding> others;

  /**
   * @param variables what the answer may bind
   */
  BlockJoin(Collection<Var> variables, List<Binding> block) {
    this.block = block;
    this.shared =
        variables.stream()
            .filter(variable -> block.stream().anyMatch(one -> one.contains(variable)))
            .toList();
    Map<Boolean, List<Binding>> byWhole =
        block.stream().collect(Collectors.partitioningBy(this::hasAll));
    this.byValues = byWhole.get(true).stream().collect(Collectors.groupingBy(this::values));
    this.others = byWhole.get(false);
  }

  /**
   * The variables whose values go with the question: those that all solutions have, none of them a
   * blank node, which nobody elsewhere knows. Were one missing in a solution, a row could be found
   * for several of them and would come several times.
   */
  List<Var> sent() {
    return shared.stream()
        .filter(
            variable ->
                block.stream()
                    .allMatch(one -> one.contains(variable) && !one.get(variable).isBlank()))
        .toList();
  }

  /** The solutions that a row of the answer makes with those of the block. */
  Iterator<Binding> with(Binding row) {
    Stream<Binding> partners =
        hasAll(row)
            ? Stream.concat(byValues.getOrDefault(values(row), List.of()).stream(), others.stream())
            : block.stream();
    return partners
        .filter(one -> Algebra.compatible(one, row))
        .map(one -> Algebra.merge(one, row))
        .iterator();
  }

  private boolean hasAll(Binding binding) {
    return shared.stream().allMatch(binding::contains);
  }

  private List<Node> values(Binding binding) {
    return shared.stream().map(binding::get).toList();
  }
}
