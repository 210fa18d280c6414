package org.bluethread.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryExecException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.pfunction.PropFuncArg;
import org.apache.jena.sparql.pfunction.PropertyFunctionBase;
import org.apache.jena.sparql.util.Context;
import org.bluethread.execution.PropertyFunctions;
import org.bluethread.trace.links.BestPaths;
import org.bluethread.trace.links.Kinds;
import org.bluethread.trace.links.Links;
import org.bluethread.trace.links.Path;
import org.bluethread.vocabulary.BT;

/**
 * Traces inside SPARQL: {@code (?from ?to [hops [paths]]) bt:trace (?path ?step ?subject ?property
 * ?object ?graph)}. Both ends must be bound where it stands, by a constant or by what stands before
 * it; there is a row for each link of each step of each path, in the direction in which it is
 * stated, and for each graph that states it. The list on the right may be shorter.
 *
 * <p>The paths are those of the last commit that the query's transaction sees; what an update has
 * changed itself is not on them yet. For one query.
 *
 * @see <a href="https://jena.apache.org/documentation/query/writing_propfuncs.html">Jena, property
 *     functions</a>
 */
public final class TraceFunction extends PropertyFunctionBase {
  /** Its IRI. */
  public static final String IRI = BT.trace.getURI();

  private static final int USUAL_PATHS = 1;
  private static final int MOST_COLUMNS = 6;

  private final Tracer tracer;
  private final LongSupplier commitSeen;

  private TraceFunction(Tracer tracer, LongSupplier commitSeen) {
    this.tracer = tracer;
    this.commitSeen = commitSeen;
  }

  /**
   * Lets queries in a context trace, beside all that they may do already.
   *
   * @param commitSeen says which commit the transaction of the calling thread stands at
   */
  public static void addTo(Context context, Tracer tracer, LongSupplier commitSeen) {
    PropertyFunctions.addTo(context, IRI, iri -> new TraceFunction(tracer, commitSeen));
  }

  @Override
  public void build(
      PropFuncArg subject, Node property, PropFuncArg object, ExecutionContext context) {
    super.build(subject, property, object, context);
    boolean fits =
        subject.isList()
            && subject.getArgListSize() >= 2
            && subject.getArgListSize() <= 4
            && object.isList()
            && object.getArgListSize() >= 1
            && object.getArgListSize() <= MOST_COLUMNS;
    if (!fits) {
      throw new QueryBuildException(
          "Write bt:trace as (?from ?to) bt:trace (?path ?step ?subject ?property ?object ?graph):"
              + " on the left two things, and if you want the most steps and the number of paths;"
              + " on the right one to six variables");
    }
  }

  @Override
  public QueryIterator exec(
      Binding binding,
      PropFuncArg subject,
      Node property,
      PropFuncArg object,
      ExecutionContext context) {
    List<Node> given =
        subject.getArgList().stream().map(node -> Var.lookup(binding, node)).toList();
    Links links = tracer.links(commitSeen.getAsLong());
    List<Path> paths = paths(links, given, context);
    Graph union = context.getDataset().getUnionGraph();
    Iterator<List<Node>> rows =
        Iter.flatMap(
            Iter.iter(numbered(paths)).map(path -> rows(links, union, path)), List::iterator);
    Iterator<Binding> found =
        Iter.removeNulls(Iter.map(rows, row -> join(binding, object.getArgList(), row)));
    return QueryIterPlainWrapper.create(found, context);
  }

  /** A path and its place among the best. */
  private record Numbered(int number, Path path) {}

  private static Iterator<Numbered> numbered(List<Path> paths) {
    List<Numbered> numbered = new ArrayList<>();
    for (Path path : paths) {
      numbered.add(new Numbered(numbered.size() + 1, path));
    }
    return numbered.iterator();
  }

  private List<Path> paths(Links links, List<Node> given, ExecutionContext context) {
    int from = links.thing(thing(given.get(0), "from"));
    int to = links.thing(thing(given.get(1), "to"));
    int hops = given.size() < 3 ? Tracer.MOST_HOPS : number(given.get(2), Tracer.MOST_HOPS);
    int most = given.size() < 4 ? USUAL_PATHS : number(given.get(3), Tracer.MOST_PATHS);
    if (from == to || from == Links.NONE || to == Links.NONE) {
      return List.of();
    }
    try {
      return new BestPaths(links)
          .find(from, to, most, tracer.limits(hops).until(cancelled(context)));
    } catch (CancellationException e) {
      throw new QueryCancelledException();
    }
  }

  private static BooleanSupplier cancelled(ExecutionContext context) {
    AtomicBoolean signal = context.getCancelSignal();
    return () -> signal != null && signal.get();
  }

  private static String thing(Node node, String which) {
    if (node.isURI()) {
      return node.getURI();
    }
    throw new QueryExecException(
        "bt:trace needs to know ?"
            + which
            + ", which is "
            + (node.isVariable() ? "not bound" : "no IRI")
            + " where it stands: put what binds it before bt:trace");
  }

  private static int number(Node node, int most) {
    if (node.isLiteral() && node.getLiteralValue() instanceof Integer number) {
      if (number >= 1 && number <= most) {
        return number;
      }
    }
    throw new QueryExecException(
        "bt:trace takes a whole number from 1 to " + most + " there, not " + node);
  }

  private static List<List<Node>> rows(Links links, Graph union, Numbered numbered) {
    List<List<Node>> rows = new ArrayList<>();
    List<String> things = numbered.path().things();
    for (int i = 0; i + 1 < things.size(); i++) {
      List<List<Node>> stated = new ArrayList<>();
      List<List<Node>> mapped = new ArrayList<>();
      Node path = integer(numbered.number());
      Node step = integer(i + 1);
      link(links, union, things.get(i), things.get(i + 1), List.of(path, step), stated, mapped);
      link(links, union, things.get(i + 1), things.get(i), List.of(path, step), stated, mapped);
      List<List<Node>> chosen = stated.isEmpty() ? mapped : stated;
      chosen.sort(Comparator.comparing(Object::toString));
      rows.addAll(chosen);
    }
    return rows;
  }

  private static void link(
      Links links,
      Graph union,
      String subject,
      String object,
      List<Node> place,
      List<List<Node>> stated,
      List<List<Node>> mapped) {
    Map<Short, List<String>> between = links.between(links.thing(subject), links.thing(object));
    between.forEach(
        (kind, graphs) -> {
          for (String iri : graphs) {
            Node graph = NodeFactory.createURI(iri);
            boolean isMapping = kind == Kinds.MAPPING;
            Node property =
                isMapping
                    ? predicate(union, graph)
                    : NodeFactory.createURI(links.kinds().property(kind));
            List<Node> row = new ArrayList<>(place);
            row.add(NodeFactory.createURI(subject));
            row.add(property);
            row.add(NodeFactory.createURI(object));
            row.add(graph);
            (isMapping ? mapped : stated).add(row);
          }
        });
  }

  private static Node predicate(Graph union, Node mapping) {
    return Iter.toList(union.find(mapping, Sssom.PREDICATE, Node.ANY)).stream()
        .map(triple -> triple.getObject())
        .min(Comparator.comparing(Node::toString))
        .orElse(Sssom.PREDICATE);
  }

  private static Node integer(int number) {
    return NodeFactory.createLiteralDT(Integer.toString(number), XSDDatatype.XSDinteger);
  }

  /** A row joined with what is bound already; null if they do not agree. */
  private static Binding join(Binding binding, List<Node> columns, List<Node> row) {
    BindingBuilder joined = BindingFactory.builder(binding);
    for (int i = 0; i < columns.size(); i++) {
      Node column = columns.get(i);
      Node value = row.get(i);
      if (column.isVariable()) {
        Var variable = Var.alloc(column);
        Node bound = joined.get(variable);
        if (bound == null) {
          joined.add(variable, value);
        } else if (!bound.equals(value)) {
          return null;
        }
      } else if (!column.equals(value)) {
        return null;
      }
    }
    return joined.build();
  }
}
