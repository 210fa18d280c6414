package org.bluethread.federation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpAsQuery;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.Rename;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementSubQuery;

/**
 * What a SERVICE asks: its pattern as a query, and how its variables are called here and there.
 * Inside of a query Jena gives variables other names where they would meet others of their name.
 */
final class ServiceCall {
  private final Query pattern;
  private final Map<Var, Var> namesThere = new LinkedHashMap<>();

  /**
   * @param pattern what stands between the braces of a SERVICE
   */
  ServiceCall(Op pattern) {
    Op there = Rename.reverseVarRename(pattern, true);
    this.pattern = OpAsQuery.asQuery(there);
    Set<Var> visible = Set.copyOf(OpVars.visibleVars(there));
    for (Var here : OpVars.visibleVars(pattern)) {
      Var name = Var.alloc(here.getName().substring(here.getName().lastIndexOf('/') + 1));
      if (visible.contains(name)) {
        namesThere.put(here, name);
      }
    }
  }

  /** The variables that its answers may bind, as they are called here. */
  Set<Var> variables() {
    return namesThere.keySet();
  }

  /**
   * The query for the bindings that are there already.
   *
   * @param sent the variables whose values go with it: IRIs and literals
   * @param bindings which all have them
   */
  String query(List<Var> sent, Collection<Binding> bindings) {
    ElementGroup group = new ElementGroup();
    if (!sent.isEmpty()) {
      List<Var> there = sent.stream().map(namesThere::get).toList();
      group.addElement(
          new ElementData(
              there,
              bindings.stream()
                  .map(binding -> restriction(sent, binding))
                  .distinct()
                  .collect(Collectors.toList())));
    }
    group.addElement(new ElementSubQuery(pattern));
    Query query = QueryFactory.make();
    query.setQuerySelectType();
    query.setQueryResultStar(true);
    query.setQueryPattern(group);
    return query.toString();
  }

  private Binding restriction(List<Var> sent, Binding binding) {
    BindingBuilder row = BindingFactory.builder();
    sent.forEach(here -> row.add(namesThere.get(here), binding.get(here)));
    return row.build();
  }

  /** A row of the answer, with the names that its variables have here. */
  Binding received(Binding row) {
    BindingBuilder named = BindingFactory.builder();
    namesThere.forEach(
        (here, there) -> {
          Node value = row.get(there);
          if (value != null) {
            named.add(here, value);
          }
        });
    return named.build();
  }
}
