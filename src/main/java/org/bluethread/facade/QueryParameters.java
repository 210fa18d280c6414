package org.bluethread.facade;

import io.javalin.http.Context;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.facade.problem.ProblemKind;

/**
 * What comes with a query, by whichever way.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-protocol/#query-operation">SPARQL 1.1 Protocol,
 *     2.1</a>
 */
final class QueryParameters {
  private QueryParameters() {}

  /**
   * The parameters of a POST: those of the address, and those of the form or the query itself.
   *
   * @throws ProblemException 415 if the body is something else, or as {@link Bodies} and {@link
   *     Form} do
   */
  static Map<String, List<String>> posted(Context ctx, Bodies bodies) {
    Map<String, List<String>> parameters = new LinkedHashMap<>(ctx.queryParamMap());
    String type = Bodies.mediaType(ctx);
    switch (type) {
      case MediaTypes.SPARQL_QUERY -> add(parameters, Map.of("query", List.of(bodies.text(ctx))));
      case Form.MEDIA_TYPE -> add(parameters, Form.parse(bodies.text(ctx)).fields());
      default -> throw Bodies.unsupported(type, MediaTypes.SPARQL_QUERY + ", " + Form.MEDIA_TYPE);
    }
    return parameters;
  }

  private static void add(Map<String, List<String>> to, Map<String, List<String>> more) {
    more.forEach(
        (name, values) ->
            to.merge(
                name,
                values,
                (one, other) -> Stream.concat(one.stream(), other.stream()).toList()));
  }

  /**
   * The query.
   *
   * @throws ProblemException 400 if there is none, or several
   */
  static String query(Map<String, List<String>> parameters) {
    List<String> queries = parameters.getOrDefault("query", List.of());
    if (queries.size() != 1) {
      throw badQuery("query.several", queries.size());
    }
    if (queries.get(0).isBlank()) {
      throw badQuery("query.empty");
    }
    return queries.get(0);
  }

  private static ProblemException badQuery(String key, Object... arguments) {
    return new ProblemException(Problem.of(ProblemKind.BAD_QUERY, key, arguments));
  }

  /**
   * How long a query may take: what it asks for, at the most what it gets here.
   *
   * @throws ProblemException 400 if it asks for no time
   */
  static Duration time(Map<String, List<String>> parameters, Duration most) {
    List<String> asked = parameters.getOrDefault("timeout", List.of());
    if (asked.isEmpty()) {
      return most;
    }
    String text = asked.get(0);
    if (asked.size() == 1 && text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
      Duration wanted = Duration.ofNanos(new BigDecimal(text).movePointRight(9).longValue());
      if (wanted.isPositive()) {
        return wanted.compareTo(most) < 0 ? wanted : most;
      }
    }
    throw new ProblemException(
        Problem.of(
            ProblemKind.BAD_PARAMETER,
            "parameter.timeout",
            String.join("\", \"", asked),
            most.toMillis() / 1000.0));
  }
}
