package org.bluethread.endpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.jena.atlas.lib.Pair;
import org.apache.jena.atlas.web.MediaType;
import org.apache.jena.fuseki.DEF;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQLProtocol;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.fuseki.system.ConNeg;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryExecException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.web.HttpSC;
import org.bluethread.graph.KnowledgeGraph;

/**
 * Fuseki's query operation with what this server adds: nothing is fetched from other hosts, and the
 * answer names the commit it was given from.
 */
final class StreamingQuery extends SPARQL_QueryDataset {
  /** The response header that names the commit an answer was given from. */
  static final String COMMIT_HEADER = "BlueThread-Commit";

  /**
   * The attribute of a request that has been answered to the end: Fuseki keeps some failures to
   * itself.
   */
  static final String COMPLETE = StreamingQuery.class.getName() + ".complete";

  /** Stands for a result that has been sent already. */
  private static final QueryExecResult STREAMED = new QueryExecResult(true);

  /** How many triples a result may have that cannot be streamed: a hundred bytes or so each. */
  private static final int MOST_TRIPLES_BUILT = 100_000;

  /** The usual writers of these gather all statements of one subject, however many there are. */
  private static final Map<Lang, RDFFormat> FLAT =
      Map.of(Lang.TURTLE, RDFFormat.TURTLE_FLAT, Lang.TRIG, RDFFormat.TRIG_FLAT);

  private final KnowledgeGraph graph;

  StreamingQuery(KnowledgeGraph graph) {
    this.graph = graph;
  }

  @Override
  protected void execute(String queryString, HttpAction action) {
    try {
      Nesting.bounded(() -> super.execute(queryString, action));
      action.getRequest().setAttribute(COMPLETE, true);
    } catch (QueryCancelledException e) {
      throw e;
    } catch (UnusableRequestException | QueryBuildException | QueryExecException e) {
      ServletOps.errorBadRequest(e.getMessage());
    } catch (ActionErrorException e) {
      // The parser keeps no more than the name of the error it ran into.
      throw StackOverflowError.class.getSimpleName().equals(e.getMessage())
          ? new ActionErrorException(HttpSC.BAD_REQUEST_400, Nesting.TOO_DEEP, e)
          : e;
    }
  }

  @Override
  protected void validateQuery(HttpAction action, Query query) {
    if (query.isJsonType()) {
      ServletOps.errorBadRequest("JSON queries are not SPARQL: use SELECT and ask for JSON.");
    }
    try {
      LocalOnly.check(query);
    } catch (RemoteAccessException e) {
      ServletOps.error(HttpSC.FORBIDDEN_403, e.getMessage());
    }
  }

  @Override
  protected Pair<DatasetGraph, Query> decideDataset(
      HttpAction action, Query query, String queryForLog) {
    DatasetDescription description = SPARQLProtocol.getDatasetDescription(action, query);
    if (description != null) {
      try {
        LocalOnly.checkHeld(
            Stream.concat(
                description.getDefaultGraphURIs().stream(),
                description.getNamedGraphURIs().stream()),
            getDataset(action));
      } catch (RemoteAccessException e) {
        ServletOps.error(HttpSC.FORBIDDEN_403, e.getMessage());
      }
    }
    action.setResponseHeader(COMMIT_HEADER, Long.toString(graph.commitSeen()));
    return super.decideDataset(action, query, queryForLog);
  }

  /**
   * Streams what a CONSTRUCT makes, in the syntaxes that can be streamed; Fuseki itself would build
   * the result first. An RDF graph is a set, so a triple may come more than once. What has to be
   * built first may have {@link #MOST_TRIPLES_BUILT} triples.
   */
  @Override
  protected QueryExecResult executeQuery(
      HttpAction action, QueryExec exec, Query query, String queryForLog) {
    try {
      return answer(action, exec, query, queryForLog);
    } catch (NullPointerException e) {
      // Jena's hash join trips over itself when it is cancelled before it began.
      AtomicBoolean cancelled = Context.getCancelSignal(exec.getContext());
      throw cancelled != null && cancelled.get() ? new QueryCancelledException() : e;
    }
  }

  private QueryExecResult answer(
      HttpAction action, QueryExec exec, Query query, String queryForLog) {
    if (query.isDescribeType()) {
      Graph description = new BoundedGraph();
      exec.describe(description);
      return new QueryExecResult(description);
    }
    if (query.isConstructType()) {
      MediaType type =
          ConNeg.chooseContentType(action.getRequest(), DEF.constructOffer, DEF.acceptTurtle);
      Lang lang = type == null ? null : RDFLanguages.contentTypeToLang(type.getContentTypeStr());
      if (lang != null && StreamRDFWriter.registered(lang)) {
        stream(action, exec.constructQuads(), query, lang);
        return STREAMED;
      }
      return new QueryExecResult(build(exec.constructQuads()));
    }
    return super.executeQuery(action, exec, query, queryForLog);
  }

  /**
   * Sends the quads one by one. The stream is not closed when that fails: closing it would end the
   * answer as if it were complete.
   */
  private static void stream(HttpAction action, Iterator<Quad> quads, Query query, Lang lang) {
    boolean some = quads.hasNext(); // A query that fails at once is told before the answer begins.
    action.setResponseContentType(lang.getContentType().getContentTypeStr());
    action.setResponseCharacterEncoding("utf-8");
    ServletOps.success(action);
    try {
      OutputStream out = action.getResponseOutputStream();
      StreamRDF stream =
          StreamRDFWriter.getWriterStream(
              out, FLAT.getOrDefault(lang, StreamRDFWriter.defaultSerialization(lang)));
      stream.start();
      query.getPrefixMapping().getNsPrefixMap().forEach(stream::prefix);
      while (some) {
        Quad quad = quads.next();
        if (quad.isDefaultGraph() || quad.isTriple()) {
          stream.triple(quad.asTriple());
        } else {
          stream.quad(quad);
        }
        some = quads.hasNext();
      }
      stream.finish();
    } catch (IOException e) {
      ServletOps.errorOccurred(e);
    }
  }

  private static DatasetGraph build(Iterator<Quad> quads) {
    DatasetGraph built = DatasetGraphFactory.create();
    for (int count = 0; quads.hasNext(); count++) {
      if (count == MOST_TRIPLES_BUILT) {
        throw tooLarge();
      }
      Quad quad = quads.next();
      built.add(quad.isTriple() ? Quad.create(Quad.defaultGraphIRI, quad.asTriple()) : quad);
    }
    return built;
  }

  private static ActionErrorException tooLarge() {
    return new ActionErrorException(
        HttpSC.NOT_ACCEPTABLE_406,
        "The answer has more than " + MOST_TRIPLES_BUILT + " triples, too many for this format.",
        null);
  }

  /** A graph in memory that says no when it is full. */
  private static final class BoundedGraph extends WrappedGraph {
    BoundedGraph() {
      super(GraphFactory.createDefaultGraph());
    }

    @Override
    public void performAdd(Triple triple) {
      add(triple);
    }

    @Override
    public void add(Triple triple) {
      super.add(triple);
      if (size() > MOST_TRIPLES_BUILT) {
        throw tooLarge();
      }
    }
  }

  @Override
  protected void sendResults(HttpAction action, QueryExecResult result, Prologue prologue) {
    if (result != STREAMED) {
      super.sendResults(action, result, prologue);
    }
  }
}
