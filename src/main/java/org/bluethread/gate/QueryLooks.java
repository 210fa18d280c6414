package org.bluethread.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_Exists;
import org.apache.jena.sparql.expr.E_NotExists;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementMinus;
import org.apache.jena.sparql.syntax.ElementOptional;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;
import org.apache.jena.sparql.syntax.ElementUnion;

/**
 * Where the query of a SPARQL-based constraint looks: for each of its triple patterns the path that
 * leads to it from {@code $this}, through patterns that must match wherever this one counts. A
 * query in which one is not to be reached so, or that has other things than groups, patterns,
 * filters, assignments, OPTIONAL, UNION and MINUS, is not understood.
 *
 * @see <a href="https://www.w3.org/TR/shacl/#sparql-constraints">SHACL, 5</a>
 */
final class QueryLooks {
  private static final Var THIS = Var.alloc("this");
  private static final Var PATH = Var.alloc("PATH");

  private final Optional<Path> shapePath;
  private final List<Look> looks = new ArrayList<>();

  /**
   * A triple pattern.
   *
   * @param from the path from {@code $this} to the end at which it is entered
   * @param path what is walked from there; empty when it is a triple of any predicate
   * @param forward whether such a triple is walked from subject to object
   */
  record Look(Optional<Path> from, Optional<Path> path, boolean forward) {}

  private static final class NotUnderstoodException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private QueryLooks(Optional<Path> shapePath) {
    this.shapePath = shapePath;
  }

  /**
   * The triple patterns of a query.
   *
   * @param path what stands for {@code $PATH}, for constraints of property shapes
   * @return empty if the query is not understood
   */
  static Optional<List<Look>> of(Query query, Optional<Path> path) {
    QueryLooks found = new QueryLooks(path);
    try {
      query.getProject().getExprs().values().forEach(QueryLooks::plain);
      query.getHavingExprs().forEach(QueryLooks::plain);
      query.getGroupBy().getExprs().values().forEach(QueryLooks::plain);
      query
          .getAggregators()
          .forEach(one -> one.getAggregator().getExprList().forEach(QueryLooks::plain));
      found.element(query.getQueryPattern(), List.of());
      return Optional.of(found.looks);
    } catch (NotUnderstoodException e) {
      return Optional.empty();
    }
  }

  private void element(Element element, List<TriplePath> around) {
    switch (element) {
      case ElementGroup group -> group(group.getElements(), around);
      case ElementPathBlock block -> group(List.of(block), around);
      case ElementTriplesBlock block -> group(List.of(block), around);
      case ElementOptional optional -> element(optional.getOptionalElement(), around);
      case ElementUnion union -> union.getElements().forEach(branch -> element(branch, around));
      case ElementMinus minus -> element(minus.getMinusElement(), around);
      case ElementFilter filter -> filter(filter.getExpr(), around);
      case ElementBind bind -> plain(bind.getExpr());
      case ElementData data -> {}
      default -> throw new NotUnderstoodException();
    }
  }

  private void group(List<Element> elements, List<TriplePath> around) {
    List<TriplePath> own = new ArrayList<>();
    List<Element> others = new ArrayList<>();
    for (Element element : elements) {
      switch (element) {
        case ElementPathBlock block -> block.patternElts().forEachRemaining(own::add);
        case ElementTriplesBlock block ->
            block.patternElts().forEachRemaining(triple -> own.add(new TriplePath(triple)));
        default -> others.add(element);
      }
    }
    List<TriplePath> all = new ArrayList<>(around);
    all.addAll(own);
    own.forEach(pattern -> look(pattern, all));
    others.forEach(element -> element(element, all));
  }

  private void look(TriplePath pattern, List<TriplePath> all) {
    Map<Node, Optional<Path>> reached = new HashMap<>(Map.of(THIS, Optional.empty()));
    boolean more = true;
    while (more) {
      more = false;
      for (TriplePath other : all) {
        Optional<Path> path = path(other);
        if (!other.equals(pattern) && path.isPresent()) {
          more |= reach(reached, other.getSubject(), path.get(), other.getObject());
          Path back = PathFactory.pathInverse(path.get());
          more |= reach(reached, other.getObject(), back, other.getSubject());
        }
      }
    }
    Optional<Path> walked = path(pattern);
    if (reached.containsKey(pattern.getSubject())) {
      looks.add(new Look(reached.get(pattern.getSubject()), walked, true));
    } else if (reached.containsKey(pattern.getObject())) {
      looks.add(
          new Look(reached.get(pattern.getObject()), walked.map(PathFactory::pathInverse), false));
    } else {
      throw new NotUnderstoodException();
    }
  }

  private static boolean reach(Map<Node, Optional<Path>> reached, Node start, Path path, Node end) {
    if (end.isConcrete() || !reached.containsKey(start) || reached.containsKey(end)) {
      return false;
    }
    reached.put(end, Paths.join(reached.get(start), Optional.of(path)));
    return true;
  }

  /** What a pattern walks; empty when it is a triple of any predicate. */
  private Optional<Path> path(TriplePath pattern) {
    if (pattern.getPath() != null) {
      return Optional.of(pattern.getPath());
    }
    if (pattern.getPredicate().equals(PATH)) {
      return shapePath;
    }
    if (!pattern.getPredicate().isConcrete()) {
      return Optional.empty();
    }
    if (PropertyFunctionRegistry.get().isRegistered(pattern.getPredicate().getURI())) {
      throw new NotUnderstoodException(); // It looks at other triples than it names.
    }
    return Optional.of(PathFactory.pathLink(pattern.getPredicate()));
  }

  private void filter(Expr expression, List<TriplePath> around) {
    switch (expression) {
      case E_Exists exists -> element(exists.getElement(), around);
      case E_NotExists exists -> element(exists.getElement(), around);
      case ExprFunction function ->
          function.getArgs().forEach(argument -> filter(argument, around));
      default -> plain(expression);
    }
  }

  /** Lets expressions pass that do not look at the data. */
  private static void plain(Expr expression) {
    if (expression instanceof ExprFunctionOp) {
      throw new NotUnderstoodException();
    }
    if (expression instanceof ExprFunction function) {
      function.getArgs().forEach(QueryLooks::plain);
    }
  }
}
