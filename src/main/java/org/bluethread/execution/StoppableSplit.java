package org.bluethread.execution;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.pfunction.PFuncSimpleAndList;
import org.apache.jena.sparql.pfunction.PropFuncArg;

/**
 * {@code ?part apf:strSplit (?text ?pattern)} whose splitting stops with the query: a row for each
 * part of the text between the matches, without white space around it.
 *
 * @see <a href="https://jena.apache.org/documentation/query/library-propfunc.html">Jena, property
 *     functions</a>
 */
final class StoppableSplit extends PFuncSimpleAndList {
  @Override
  public void build(
      PropFuncArg subject, Node property, PropFuncArg object, ExecutionContext context) {
    super.build(subject, property, object, context);
    if (object.getArgListSize() != 2) {
      throw new QueryBuildException("Write apf:strSplit as ?part apf:strSplit (?text ?pattern)");
    }
  }

  @Override
  public QueryIterator execEvaluated(
      Binding binding, Node part, Node property, PropFuncArg object, ExecutionContext context) {
    Node text = object.getArg(0);
    Node pattern = object.getArg(1);
    Iterator<Node> parts =
        text.isLiteral() && pattern.isLiteral()
            ? parts(text, pattern, StopSignal.of(context.getContext()))
            : Iter.nullIterator();
    Iterator<Binding> rows =
        Var.isVar(part)
            ? Iter.map(parts, found -> BindingFactory.binding(binding, Var.alloc(part), found))
            : Iter.map(Iter.limit(Iter.filter(parts, part::equals), 1), found -> binding);
    return QueryIterPlainWrapper.create(rows, context);
  }

  private static Iterator<Node> parts(Node text, Node pattern, StopSignal signal) {
    NodeValue plain = NodeValue.makeString(pattern.getLiteralLexicalForm());
    String[] parts =
        new Patterns("apf:strSplit", signal)
            .match(NodeValue.makeNode(text), plain, Optional.empty())
            .pattern()
            .split(new StoppableText(text.getLiteralLexicalForm(), signal));
    return Iter.map(
        Arrays.asList(parts).iterator(), one -> NodeFactory.createLiteralString(one.strip()));
  }
}
