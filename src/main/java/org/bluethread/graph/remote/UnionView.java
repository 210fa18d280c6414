package org.bluethread.graph.remote;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransform;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.ExprTransformApplyElementTransform;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.bluethread.execution.Calls;

/**
 * How a query says to a store that it means the union of all named graphs, each triple once, where
 * it names no graph. Stores differ in what they take for that.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-query/#rdfDataset">SPARQL 1.1 Query, 13: RDF
 *     datasets leave open what the default graph is</a>
 */
enum UnionView {
  /** The store's default graph is that union. */
  DEFAULT {
    @Override
    Query of(Query query) {
      return query;
    }
  },

  /**
   * The store's default graph is that union, but gives a triple once for each graph that holds it.
   * Patterns become subqueries whose rows are distinct.
   */
  REPEATING {
    @Override
    Query of(Query query) {
      return isSet(query) ? query : rewritten(query, new EachTripleOnce());
    }
  },

  /**
   * The store's default graph is one among others, and Jena's name for the union names it.
   *
   * @see <a href="https://jena.apache.org/documentation/tdb/dynamic_datasets.html">Jena, special
   *     graph names</a>
   */
  NAMED {
    @Override
    Query of(Query query) {
      return query.hasDatasetDescription() ? query : rewritten(query, new InGraph());
    }
  };

  abstract Query of(Query query);

  /**
   * The text of a query that means with the store what this one means here. Its IRIs are whole: a
   * base that was only set when the query was read would not be written.
   *
   * @throws QueryException if an IRI of the query hides what would be read as another query
   */
  String text(Query query) {
    Query whole = of(query).cloneQuery();
    whole.setBaseURI(null);
    String text = whole.toString();
    if (!Calls.in(Algebra.compile(QueryFactory.create(text))).services().isEmpty()) {
      throw new QueryException("An IRI of the query has characters that no IRI may have.");
    }
    return text;
  }

  private static Query rewritten(Query query, ElementTransform how) {
    return QueryTransformOps.transform(query, how, new ExprTransformApplyElementTransform(how));
  }

  /** Whether the number of times that a solution comes does not matter. */
  private static boolean isSet(Query query) {
    if (query.isAskType()) {
      return true;
    }
    boolean plain = !query.hasGroupBy() && !query.hasAggregators() && !hasSubQuery(query);
    return plain
        && (query.isDistinct()
            || (query.isConstructType() && !query.hasLimit() && !query.hasOffset()));
  }

  private static boolean hasSubQuery(Query query) {
    boolean[] found = new boolean[1];
    ElementWalker.walk(
        query.getQueryPattern(),
        new ElementVisitorBase() {
          @Override
          public void visit(ElementSubQuery part) {
            found[0] = true;
          }
        });
    return found[0];
  }

  /**
   * Replaces what stands outside GRAPH. Elements come from the inside to the outside, so what turns
   * out to stand in a GRAPH gets its old form again.
   */
  private abstract static class OutsideGraph extends ElementTransformCopyBase {
    @Override
    public final Element transform(ElementPathBlock block) {
      return block.isEmpty() ? block : replaced(block);
    }

    @Override
    public final Element transform(ElementTriplesBlock block) {
      return block.isEmpty() ? block : replaced(block);
    }

    abstract Element replaced(Element block);

    @Override
    public final Element transform(ElementNamedGraph element, Node name, Element inside) {
      return new ElementNamedGraph(name, element.getElement());
    }
  }

  private static final class InGraph extends OutsideGraph {
    @Override
    Element replaced(Element block) {
      ElementGroup group = new ElementGroup();
      group.addElement(block);
      return new ElementNamedGraph(Quad.unionGraph, group);
    }
  }

  private static final class EachTripleOnce extends OutsideGraph {
    private int blocks;

    @Override
    Element replaced(Element block) {
      List<Element> parts = SetPatterns.of(block, blocks++);
      if (parts.size() == 1) {
        return parts.get(0);
      }
      ElementGroup group = new ElementGroup();
      parts.forEach(group::addElement);
      return group;
    }
  }
}
