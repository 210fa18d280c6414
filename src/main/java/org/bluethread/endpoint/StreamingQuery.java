package org.bluethread.endpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.jena.atlas.lib.Pair;
import org.apache.jena.atlas.web.MediaType;
import org.apache.jena.fuseki.DEF;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQLProtocol;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.fuseki.system.ConNeg;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.web.HttpSC;
import org.bluethread.graph.KnowledgeGraph;

/**
 * Fuseki's query operation with what this server adds: nothing is fetched from other hosts, and the
 * answer names the commit it was given from.
 */
final class StreamingQuery extends SPARQL_QueryDataset {
  /** The response header that names the commit an answer was given from. */
  static final String COMMIT_HEADER = "BlueThread-Commit";

  /** Stands for a result that has been sent already. */
  private static final QueryExecResult STREAMED = new QueryExecResult(true);

  private final KnowledgeGraph graph;

  StreamingQuery(KnowledgeGraph graph) {
    this.graph = graph;
  }

  @Override
  protected void validateQuery(HttpAction action, Query query) {
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
   * the result first. An RDF graph is a set, so a triple may come more than once.
   */
  @Override
  protected QueryExecResult executeQuery(
      HttpAction action, QueryExec exec, Query query, String queryForLog) {
    if (query.isConstructType()) {
      MediaType type =
          ConNeg.chooseContentType(action.getRequest(), DEF.constructOffer, DEF.acceptTurtle);
      Lang lang = type == null ? null : RDFLanguages.contentTypeToLang(type.getContentTypeStr());
      if (lang != null && StreamRDFWriter.registered(lang)) {
        stream(action, exec.constructQuads(), lang);
        return STREAMED;
      }
    }
    return super.executeQuery(action, exec, query, queryForLog);
  }

  private static void stream(HttpAction action, Iterator<Quad> quads, Lang lang) {
    boolean some = quads.hasNext(); // A query that fails at once is told before the answer begins.
    action.setResponseContentType(lang.getContentType().getContentTypeStr());
    action.setResponseCharacterEncoding("utf-8");
    ServletOps.success(action);
    try (OutputStream out = action.getResponseOutputStream()) {
      StreamRDF stream = StreamRDFWriter.getWriterStream(out, lang);
      stream.start();
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

  @Override
  protected void sendResults(HttpAction action, QueryExecResult result, Prologue prologue) {
    if (result != STREAMED) {
      super.sendResults(action, result, prologue);
    }
  }
}
