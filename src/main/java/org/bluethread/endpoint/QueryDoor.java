package org.bluethread.endpoint;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.LongConsumer;
import org.apache.jena.fuseki.server.DataAccessPoint;
import org.apache.jena.fuseki.server.DataAccessPointRegistry;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.fuseki.server.OperationRegistry;
import org.apache.jena.fuseki.servlets.FusekiFilter;
import org.bluethread.graph.KnowledgeGraph;

/**
 * The SPARQL query endpoint: Fuseki's servlet filter, run inside the servlet that calls it, with an
 * operation of ours.
 *
 * <p>The facade has read the request and chosen the format; Fuseki finds the dataset and keeps the
 * transaction; the operation answers. What goes wrong comes back as an exception, so that the
 * facade can word it like everything else. Safe for threads.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-protocol/#query-operation">SPARQL 1.1 Protocol</a>
 */
public final class QueryDoor {
  /** The path the door answers at, without the leading slash. */
  public static final String NAME = "sparql";

  private final OperationRegistry operations = OperationRegistry.createEmpty();
  private final DataAccessPointRegistry datasets = new DataAccessPointRegistry();
  private final FusekiFilter filter = new FusekiFilter();

  /**
   * @param graph what is queried
   */
  public QueryDoor(KnowledgeGraph graph) {
    DataService service =
        DataService.newBuilder(graph.dataset()).addEndpoint(Operation.Query, NAME).build();
    operations.register(Operation.Query, new QueryOperation(graph));
    service.setEndpointProcessors(operations);
    service.goActive();
    datasets.register(new DataAccessPoint("/", service));
  }

  /** Makes the door known to the servlet context it will be called in. */
  public void mount(ServletContext context) {
    DataAccessPointRegistry.set(context, datasets);
    OperationRegistry.set(context, operations);
  }

  /**
   * Answers a query.
   *
   * @param request neither its parameters nor its body is read
   * @param begin is told, in the query's transaction and before the answer begins, which commit it
   *     is given from
   * @throws TimeLimitException if the time was over before the answer began
   * @throws TooManyRowsException if it was found too long before it began
   * @throws TooLargeToBuildException if it has to be built, and is too large for that
   * @throws RemoteAccessException if the query names a graph that is not held here
   * @throws UnusableRequestException if the query cannot be carried out
   * @throws BrokenAnswerException if it failed after the answer began; the caller must break the
   *     transfer
   */
  public void answer(
      HttpServletRequest request,
      HttpServletResponse response,
      SparqlQuery query,
      AnswerFormat format,
      AnswerLimits limits,
      LongConsumer begin)
      throws IOException, ServletException {
    Answering answering = new Answering(query, format, limits, begin, response);
    filter.doFilter(
        new QueryRequest(request, answering),
        new MutedResponse(response),
        (unanswered, to) -> {
          throw new IllegalStateException("Fuseki does not know the door " + NAME);
        });
    answering.throwUnlessComplete();
  }
}
