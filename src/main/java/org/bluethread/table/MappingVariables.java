package org.bluethread.table;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;

/**
 * Which variables of a mapping are columns of the table and which it makes of them.
 *
 * @param made what each variable that the mapping binds is made of
 * @param columns the variables that it uses and does not bind
 * @param binds the variables bound at the top of the pattern, in every solution
 */
record MappingVariables(Map<Var, Set<Var>> made, Set<String> columns, Set<Var> binds) {
  /** The line of a row, as Tarql calls it. */
  static final Var LINE = Var.alloc("ROWNUM");

  static MappingVariables of(Query mapping) {
    Map<Var, Set<Var>> made = new LinkedHashMap<>();
    Set<Var> used = new HashSet<>();
    ElementWalker.walk(
        mapping.getQueryPattern(),
        new ElementVisitorBase() {
          @Override
          public void visit(ElementBind bind) {
            make(bind.getVar(), bind.getExpr().getVarsMentioned());
          }

          @Override
          public void visit(ElementData data) {
            data.getVars().forEach(variable -> make(variable, Set.of()));
          }

          @Override
          public void visit(ElementFilter filter) {
            used.addAll(filter.getExpr().getVarsMentioned());
          }

          /** A property function makes its subject of its object. */
          @Override
          public void visit(ElementPathBlock block) {
            block
                .getPattern()
                .forEach(
                    path -> {
                      if (Var.isVar(path.getSubject())) {
                        make(Var.alloc(path.getSubject()), variables(path.getObject()));
                      }
                    });
          }

          private void make(Var variable, Collection<Var> from) {
            made.computeIfAbsent(variable, v -> new HashSet<>()).addAll(from);
            used.addAll(from);
          }
        });
    mapping.getConstructTemplate().getQuads().forEach(quad -> used.addAll(of(quad)));
    Set<String> columns =
        used.stream()
            .filter(variable -> !made.containsKey(variable) && !variable.equals(LINE))
            .map(Var::getVarName)
            .collect(toCollection(TreeSet::new));
    Set<Var> binds =
        elements(mapping).stream()
            .filter(ElementBind.class::isInstance)
            .map(bind -> ((ElementBind) bind).getVar())
            .collect(toSet());
    return new MappingVariables(made, columns, binds);
  }

  /** The variables of a template. */
  static Set<Var> of(Quad quad) {
    return Stream.of(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject())
        .filter(Var::isVar)
        .map(Var::alloc)
        .collect(toSet());
  }

  /** The parts of a mapping's pattern. */
  static List<Element> elements(Query mapping) {
    return mapping.getQueryPattern() instanceof ElementGroup group
        ? group.getElements()
        : List.of(mapping.getQueryPattern());
  }

  private static Set<Var> variables(org.apache.jena.graph.Node node) {
    return Var.isVar(node) ? Set.of(Var.alloc(node)) : Set.of();
  }

  /** The columns that these variables are made of, by name. */
  Set<String> columns(Set<Var> variables) {
    Set<String> found = new TreeSet<>();
    Set<Var> seen = new HashSet<>();
    Deque<Var> open = new ArrayDeque<>(variables);
    while (!open.isEmpty()) {
      Var variable = open.pop();
      if (seen.add(variable)) {
        if (columns.contains(variable.getVarName())) {
          found.add(variable.getVarName());
        }
        open.addAll(made.getOrDefault(variable, Set.of()));
      }
    }
    return found;
  }

  /** The columns of a {@code BIND} that failed although all it uses has a value. */
  Optional<Set<String>> failed(Binding solution) {
    return binds.stream()
        .filter(variable -> !solution.contains(variable))
        .filter(variable -> made.get(variable).stream().allMatch(solution::contains))
        .findFirst()
        .map(variable -> columns(Set.of(variable)));
  }
}
