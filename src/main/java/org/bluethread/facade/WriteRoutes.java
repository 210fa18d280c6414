package org.bluethread.facade;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.bluethread.endpoint.SparqlUpdate;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.facade.problem.ProblemKind;
import org.bluethread.gate.Report;
import org.bluethread.graph.Author;
import org.bluethread.graph.Change;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Outcome;
import org.bluethread.graph.RefusedException;
import org.bluethread.graph.WriteRequest;
import org.bluethread.vocabulary.Addresses;

/**
 * The writing doors, {@code /update} and {@code /data}, and {@code /validate}, which only tries.
 */
final class WriteRoutes {
  private static final String SPARQL_UPDATE = "application/sparql-update";

  /**
   * Whether the gate would let it in: a report with warnings alone does not conform, but passes.
   */
  static final String VERDICT_HEADER = "BlueThread-Verdict";

  private final KnowledgeGraph graph;
  private final Callers callers;
  private final Bodies bodies;
  private final SentReader reader;
  private final Reports reports;

  WriteRoutes(KnowledgeGraph graph, Callers callers, Bodies bodies, Reports reports) {
    this.graph = graph;
    this.callers = callers;
    this.bodies = bodies;
    this.reader = new SentReader(graph, bodies);
    this.reports = reports;
  }

  void register(RoutesConfig routes) {
    routes.post("/update", this::update);
    routes.put("/data", ctx -> put(ctx, target(ctx)));
    routes.post("/data", this::post);
    routes.delete("/data", ctx -> delete(ctx, target(ctx)));
    routes.put("/graph/<name>", ctx -> put(ctx, direct(ctx)));
    routes.post("/graph/<name>", ctx -> add(ctx, direct(ctx)));
    routes.delete("/graph/<name>", ctx -> delete(ctx, direct(ctx)));
    routes.post("/validate", this::validate);
  }

  private void update(Context ctx) {
    Author author = callers.author(ctx);
    SparqlUpdate update = readUpdate(ctx);
    answer(ctx, 200, write(ctx, author, "update", update.skolemSeed(), update.change()));
  }

  private SparqlUpdate readUpdate(Context ctx) {
    String type = Bodies.mediaType(ctx);
    if (type.equals(SPARQL_UPDATE)) {
      return SparqlUpdate.parse(
          bodies.text(ctx),
          ctx.queryParams("using-graph-uri"),
          ctx.queryParams("using-named-graph-uri"));
    }
    if (type.equals(Form.MEDIA_TYPE)) {
      Form form = Form.parse(bodies.text(ctx));
      List<String> updates = form.values("update");
      if (updates.size() != 1) {
        throw new ProblemException(
            Problem.of(ProblemKind.BAD_REQUEST, "form.updates", updates.size()));
      }
      return SparqlUpdate.parse(
          updates.get(0), form.values("using-graph-uri"), form.values("using-named-graph-uri"));
    }
    throw Bodies.unsupported(type, SPARQL_UPDATE + ", " + Form.MEDIA_TYPE);
  }

  private void put(Context ctx, Node target) {
    Author author = callers.author(ctx);
    Sent body = reader.read(ctx, target);
    boolean existed = holdsAnything(target);
    answer(ctx, target, existed, write(ctx, author, body, target, body.replace(target)));
  }

  private void post(Context ctx) {
    if (Targets.named(ctx)) {
      add(ctx, target(ctx));
      return;
    }
    Author author = callers.author(ctx);
    Sent body = reader.read(ctx, NodeFactory.createURI(Addresses.GRAPHS));
    Node fresh = NodeFactory.createURI(Addresses.GRAPHS + "posted/" + body.hash().substring(0, 16));
    Outcome outcome = write(ctx, author, body, fresh, body.addTo(fresh));
    ctx.header("Location", fresh.getURI());
    answer(ctx, 201, outcome);
  }

  private void add(Context ctx, Node target) {
    Author author = callers.author(ctx);
    Sent body = reader.read(ctx, target);
    boolean existed = holdsAnything(target);
    answer(ctx, target, existed, write(ctx, author, body, target, body.addTo(target)));
  }

  private void delete(Context ctx, Node target) {
    Author author = callers.author(ctx);
    if (!isDefault(target) && !holdsAnything(target)) {
      throw new ProblemException(Named.GRAPH.unknown(target.toString(), List.of()));
    }
    Outcome outcome =
        write(ctx, author, "data", target.getURI(), dataset -> dataset.removeGraph(target));
    answer(ctx, 200, outcome);
  }

  private void validate(Context ctx) {
    String type = Bodies.mediaType(ctx);
    Author anybody = new Author("anybody", true);
    WriteRequest request;
    UnaryOperator<Report> located = UnaryOperator.identity();
    if (type.equals(SPARQL_UPDATE) || type.equals(Form.MEDIA_TYPE)) {
      SparqlUpdate update = readUpdate(ctx);
      request = new WriteRequest(anybody, "validate", "", update.skolemSeed(), update.change());
    } else {
      Node target = Targets.named(ctx) ? target(ctx) : graph.defaultGraph().node();
      Sent body = reader.read(ctx, target);
      request = new WriteRequest(anybody, "validate", "", body.hash(), body.addTo(target));
      located = report -> body.located(report, target);
    }
    Report report = graph.tryOut(request).report();
    ctx.header(VERDICT_HEADER, report.passes() ? "passes" : "refused");
    reports.answer(ctx, 200, located.apply(report));
  }

  private Outcome write(Context ctx, Author author, Sent body, Node target, Change change) {
    try {
      return write(ctx, author, "data", body.hash(), change);
    } catch (RefusedException e) {
      throw new RefusedException(body.located(e.report(), target));
    }
  }

  private Outcome write(Context ctx, Author author, String door, String seed, Change change) {
    String message =
        Optional.ofNullable(ctx.header("BlueThread-Message")).map(WriteRoutes::line).orElse("");
    String named =
        Optional.ofNullable(ctx.header("BlueThread-Door")).filter("load"::equals).orElse(door);
    return graph.write(new WriteRequest(author, named, message, seed, change));
  }

  /** One line from a header, whose bytes come as Latin-1 and were meant as UTF-8. */
  private static String line(String header) {
    byte[] bytes = header.getBytes(StandardCharsets.ISO_8859_1);
    return new String(bytes, StandardCharsets.UTF_8).replaceAll("\\p{Cc}+", " ").strip();
  }

  /** Answers a write to a graph, which it may have made, or have left empty and so taken away. */
  private void answer(Context ctx, Node target, boolean existed, Outcome outcome) {
    boolean isThere = holdsAnything(target);
    WriteAnswer answer = WriteAnswer.of(outcome);
    answer(
        ctx,
        isThere && !existed ? 201 : 200,
        outcome,
        isThere || isDefault(target)
            ? answer
            : answer.saying("The store keeps no empty graphs: this one is not there."));
  }

  private void answer(Context ctx, int status, Outcome outcome) {
    answer(ctx, status, outcome, WriteAnswer.of(outcome));
  }

  private void answer(Context ctx, int status, Outcome outcome, WriteAnswer answer) {
    ctx.status(status);
    outcome
        .commit()
        .ifPresent(commit -> ctx.header(Facade.COMMIT_HEADER, Long.toString(commit.number())));
    ctx.jsonStream(answer);
  }

  private boolean isDefault(Node target) {
    return target.equals(graph.defaultGraph().node());
  }

  /** Whether a graph is there: the store keeps no empty ones. */
  private boolean holdsAnything(Node target) {
    return graph.read(
        snapshot -> snapshot.dataset().contains(target, Node.ANY, Node.ANY, Node.ANY));
  }

  private Node target(Context ctx) {
    return Targets.of(ctx, graph.defaultGraph());
  }

  private static Node direct(Context ctx) {
    return Iris.graph(Addresses.GRAPHS + ctx.pathParam("name"));
  }
}
