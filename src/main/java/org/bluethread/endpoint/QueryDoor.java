package org.bluethread.endpoint;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.server.DataAccessPointRegistry;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.fuseki.server.OperationRegistry;
import org.apache.jena.fuseki.servlets.FusekiFilter;
import org.apache.jena.query.ARQ;
import org.bluethread.graph.KnowledgeGraph;

/**
 * The SPARQL query endpoint: Fuseki's servlet filter, run inside the servlet that calls it.
 *
 * <p>Fuseki reads the request, negotiates the format and streams the answer. Its errors do not
 * reach the client: they come back as {@link QueryFailedException}, so that the facade can word
 * them like all others. Safe for threads.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-protocol/#query-operation">SPARQL 1.1 Protocol</a>
 */
public final class QueryDoor {
  /** The path the door answers at, without the leading slash. */
  public static final String NAME = "sparql";

  private final Duration timeout;
  private final FusekiServer fuseki;
  private final FusekiFilter filter = new FusekiFilter();

  /**
   * @param graph what is queried
   * @param timeout how long a query may take at the most; a request may ask for less
   */
  public QueryDoor(KnowledgeGraph graph, Duration timeout) {
    this.timeout = timeout;
    DataService service =
        DataService.newBuilder(graph.dataset()).addEndpoint(Operation.Query, NAME).build();
    graph.dataset().getContext().set(ARQ.queryTimeout, Long.toString(timeout.toMillis()));
    graph.dataset().getContext().set(ARQ.httpServiceAllowed, false);
    this.fuseki =
        FusekiServer.create()
            .add("/", service)
            .registerOperation(Operation.Query, new StreamingQuery(graph))
            .build();
  }

  /** Makes the door known to the servlet context it will be called in. */
  public void mount(ServletContext context) {
    DataAccessPointRegistry.set(context, fuseki.getDataAccessPointRegistry());
    OperationRegistry.set(context, fuseki.getOperationRegistry());
  }

  /**
   * Answers a query.
   *
   * @param request for its headers; neither its body nor its address is read
   * @param parameters those of the protocol, wherever the request had them
   * @throws QueryFailedException if it failed before the answer began
   * @throws BrokenAnswerException if it failed after the answer began; the caller must break the
   *     transfer
   */
  public void answer(
      HttpServletRequest request,
      HttpServletResponse response,
      Map<String, List<String>> parameters)
      throws IOException, ServletException {
    QueryRequest query = new QueryRequest(request, parameters);
    QueryResponse caught = new QueryResponse(response, timeout);
    filter.doFilter(
        query, caught, (unanswered, to) -> caught.setStatus(HttpServletResponse.SC_NOT_FOUND));
    caught.throwUnlessComplete(query.getAttribute(StreamingQuery.COMPLETE) != null);
  }
}
