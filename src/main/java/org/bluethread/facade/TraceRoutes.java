package org.bluethread.facade;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.graph.GraphFactory;
import org.bluethread.endpoint.RdfBody;
import org.bluethread.facade.answers.TraceAnswer;
import org.bluethread.facade.answers.UnfoldingAnswer;
import org.bluethread.facade.pages.Pages;
import org.bluethread.facade.pages.QueryPage;
import org.bluethread.facade.pages.TracePage;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.facade.problem.ProblemKind;
import org.bluethread.facade.traces.TraceCsv;
import org.bluethread.facade.traces.TraceFormat;
import org.bluethread.facade.traces.TraceMermaid;
import org.bluethread.facade.traces.TracePicture;
import org.bluethread.facade.traces.TraceSvg;
import org.bluethread.facade.traces.TraceText;
import org.bluethread.facade.traces.TraceWords;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Snapshot;
import org.bluethread.lookup.ThingIndex;
import org.bluethread.publish.Prefixes;
import org.bluethread.trace.Trace;
import org.bluethread.trace.Tracer;
import org.bluethread.trace.Unfolding;
import org.bluethread.trace.links.Links;
import org.bluethread.vocabulary.Addresses;

/**
 * {@code /trace}: how two things are connected, or what became of one and where it comes from, as a
 * page and as data under the same address.
 */
final class TraceRoutes {
  /** How many paths an answer has, for clients that do not look into it. */
  static final String PATHS_HEADER = "BlueThread-Paths";

  private static final int USUAL_PATHS = 5;
  private static final int USUAL_DEPTH = 2;

  private static final Formats<TraceFormat> OF_TWO = formats(TraceFormat.values());

  /** What an unfolding can be had in: its paths are no list that a table or picture could show. */
  private static final Formats<TraceFormat> OF_ONE =
      formats(TraceFormat.JSON, TraceFormat.HTML, TraceFormat.JSON_LD, TraceFormat.TEXT);

  private final KnowledgeGraph graph;
  private final Tracer tracer;
  private final NamedThings things;
  private final Freshness freshness;
  private final Pages pages;

  TraceRoutes(
      KnowledgeGraph graph, Tracer tracer, ThingIndex index, Freshness freshness, Pages pages) {
    this.graph = graph;
    this.tracer = tracer;
    this.things = new NamedThings(index);
    this.freshness = freshness;
    this.pages = pages;
  }

  void register(RoutesConfig routes) {
    Reading.route(routes, "/trace", this::trace);
  }

  /**
   * What was asked.
   *
   * @param from the name of the beginning
   * @param to the name of the end; empty if only one thing is asked about
   * @param format how to answer
   * @param language the language of the answer
   */
  private record Asked(String from, String to, TraceFormat format, String language) {
    boolean isAboutTwo() {
      return !to.isEmpty();
    }
  }

  private void trace(Context ctx) {
    String from = parameter(ctx, "from");
    String to = parameter(ctx, "to");
    TraceFormat format = (to.isEmpty() ? OF_ONE : OF_TWO).wanted(ctx);
    Asked asked = new Asked(from, to, format, Languages.of(ctx));
    if (from.isEmpty() && asked.format() != TraceFormat.HTML) {
      throw new ProblemException(Problem.of(ProblemKind.BAD_PARAMETER, "trace.from"));
    }
    graph.read(
        snapshot -> {
          freshness.checkRead();
          try {
            checkCommit(ctx, snapshot.commit());
            if (!freshness.isKnown(
                ctx, snapshot.commit(), asked.format().mediaType(), asked.language())) {
              answer(ctx, asked, snapshot);
            }
          } catch (ProblemException e) {
            refuse(ctx, asked, snapshot, e);
          }
          return asked;
        });
  }

  /** Says what is wrong; on a page, beside the form with what was filled in. */
  private void refuse(Context ctx, Asked asked, Snapshot snapshot, ProblemException e) {
    if (asked.format() != TraceFormat.HTML) {
      throw e;
    }
    Problems.begin(ctx, e.problem().status());
    TracePage page = page(asked, snapshot, Optional.of(e.problem()), List.of());
    pages.render(ctx, "trace.jte", asked.language(), page);
  }

  private static String parameter(Context ctx, String name) {
    String value = ctx.queryParam(name);
    return value == null ? "" : value.strip();
  }

  /** The commit that was asked for, if the graph has moved on since; not of a store elsewhere. */
  private Optional<Long> askedAt(Context ctx, long commit) {
    if (graph.isElsewhere()) {
      return Optional.empty();
    }
    int at = Parameters.integer(ctx, "at", 0, 999_999_999, (int) commit);
    return at == commit ? Optional.empty() : Optional.of((long) at);
  }

  private void checkCommit(Context ctx, long commit) {
    if (askedAt(ctx, commit).orElse(commit) > commit) {
      throw new ProblemException(
          Problem.of(ProblemKind.NO_SUCH_COMMIT, "trace.at", Long.toString(commit)));
    }
  }

  private void answer(Context ctx, Asked asked, Snapshot snapshot) {
    Links links = tracer.links(snapshot.commit());
    List<NamedThings.Name> names = new ArrayList<>();
    if (!asked.from().isEmpty()) {
      names.add(things.find(ctx, "from", asked.from(), asked.language(), snapshot, links));
    }
    if (asked.isAboutTwo()) {
      names.add(things.find(ctx, "to", asked.to(), asked.language(), snapshot, links));
    }
    if (names.stream().allMatch(name -> name.iri().isPresent())) {
      List<String> iris = names.stream().flatMap(name -> name.iri().stream()).toList();
      answer(ctx, asked, snapshot, iris);
    } else {
      offer(ctx, asked, snapshot, names.stream().filter(name -> name.iri().isEmpty()).toList());
    }
  }

  /** Says what names may mean, if they mean nothing or several things. */
  private void offer(
      Context ctx, Asked asked, Snapshot snapshot, List<NamedThings.Name> undecided) {
    Undecided said = Undecided.of(undecided, new TraceWords(asked.language()));
    Problems.begin(ctx, said.problem().status());
    List<TracePage.Choice> choices =
        undecided.stream()
            .map(name -> new TracePage.Choice(name.text(), name.candidates()))
            .toList();
    if (asked.format() == TraceFormat.HTML) {
      pages.render(
          ctx, "trace.jte", asked.language(), page(asked, snapshot, Optional.empty(), choices));
    } else {
      ctx.jsonStream(said);
      ctx.contentType(Problem.MEDIA_TYPE);
    }
  }

  private static TracePage page(
      Asked asked, Snapshot snapshot, Optional<Problem> refusal, List<TracePage.Choice> choices) {
    return new TracePage(
        asked.from(),
        asked.to(),
        new TraceWords(asked.language()),
        refusal,
        choices,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        snapshot.commit(),
        "",
        List.of());
  }

  private void answer(Context ctx, Asked asked, Snapshot snapshot, List<String> iris) {
    if (iris.isEmpty()) {
      pages.render(
          ctx, "trace.jte", asked.language(), page(asked, snapshot, Optional.empty(), List.of()));
    } else if (iris.size() == 1) {
      int depth = Parameters.integer(ctx, "hops", 1, Unfolding.MOST_DEPTH, USUAL_DEPTH);
      Unfolding unfolding = tracer.unfold(snapshot, iris.get(0), depth, asked.language());
      unfolded(ctx, asked, unfolding);
    } else {
      paths(ctx, asked, snapshot, iris.get(0), iris.get(1));
    }
  }

  private void paths(Context ctx, Asked asked, Snapshot snapshot, String from, String to) {
    if (from.equals(to)) {
      throw new ProblemException(Problem.of(ProblemKind.BAD_PARAMETER, "trace.same", from));
    }
    int hops = Parameters.integer(ctx, "hops", 1, Tracer.MOST_HOPS, Tracer.MOST_HOPS);
    int most = Parameters.integer(ctx, "paths", 1, Tracer.MOST_PATHS, USUAL_PATHS);
    boolean chained = Parameters.truth(ctx, "chain");
    Trace trace = tracer.between(snapshot, from, to, hops, most, chained, asked.language());
    ctx.header(PATHS_HEADER, Integer.toString(trace.paths().size()));
    String address = address(trace, asked.language());
    switch (asked.format()) {
      case HTML -> pages.render(ctx, "trace.jte", asked.language(), page(ctx, asked, trace));
      case JSON, JSON_LD ->
          Answers.send(ctx, asked.format().mediaType(), answer(ctx, asked, trace, address));
      case TEXT -> text(ctx, asked, new TraceText(asked.language()).of(trace), trace.commit());
      case CSV -> send(ctx, asked, TraceCsv.of(trace));
      case MERMAID -> send(ctx, asked, TraceMermaid.of(trace));
      case SVG -> send(ctx, asked, TraceSvg.of(trace, asked.language()));
      case TURTLE -> turtle(ctx, answer(ctx, asked, trace, address));
    }
  }

  private TraceAnswer answer(Context ctx, Asked asked, Trace trace, String address) {
    return TraceAnswer.of(
        trace,
        address,
        freshness.asOf(trace.commit()),
        askedAt(ctx, trace.commit()),
        asked.language());
  }

  private void unfolded(Context ctx, Asked asked, Unfolding unfolding) {
    switch (asked.format()) {
      case HTML -> pages.render(ctx, "trace.jte", asked.language(), page(ctx, asked, unfolding));
      case TEXT ->
          text(ctx, asked, new TraceText(asked.language()).of(unfolding), unfolding.commit());
      default ->
          Answers.send(
              ctx,
              asked.format().mediaType(),
              UnfoldingAnswer.of(
                  unfolding, freshness.asOf(unfolding.commit()), askedAt(ctx, unfolding.commit())));
    }
  }

  private void text(Context ctx, Asked asked, String text, long commit) {
    TraceWords words = new TraceWords(asked.language());
    send(
        ctx,
        asked,
        askedAt(ctx, commit).map(at -> words.moved(at, commit) + "\n\n").orElse("") + text);
  }

  private static void send(Context ctx, Asked asked, String text) {
    ctx.result(text);
    ctx.contentType(asked.format().mediaType() + "; charset=utf-8");
  }

  /** Reads the JSON-LD as anybody would and writes what it says. */
  private static void turtle(Context ctx, TraceAnswer answer) {
    Graph rdf = GraphFactory.createDefaultGraph();
    try (InputStream json = ctx.jsonMapper().toJsonStream(answer, TraceAnswer.class)) {
      new RdfBody(json.readAllBytes(), Lang.JSONLD, Addresses.BASE).parse(StreamRDFLib.graph(rdf));
      Prefixes.all().forEach(rdf.getPrefixMapping()::setNsPrefix);
      ctx.contentType(MediaTypes.TURTLE);
      RDFWriter.source(rdf).lang(Lang.TURTLE).output(ctx.res().getOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The permanent address of a trace, without the host's part and its slash. */
  private String address(Trace trace, String language) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("from", trace.from().iri());
    parameters.put("to", trace.to().iri());
    parameters.put("hops", Integer.toString(trace.hops()));
    parameters.put("paths", Integer.toString(trace.most()));
    if (trace.chained()) {
      parameters.put("chain", "true");
    }
    parameters.put("lang", language);
    if (!graph.isElsewhere()) {
      parameters.put("at", Long.toString(trace.commit()));
    }
    return "trace" + SelfLinks.query(parameters);
  }

  private TracePage page(Context ctx, Asked asked, Trace trace) {
    return new TracePage(
        asked.from(),
        asked.to(),
        new TraceWords(asked.language()),
        Optional.empty(),
        List.of(),
        Optional.of(trace),
        trace.paths().isEmpty()
            ? Optional.empty()
            : Optional.of(TracePicture.of(trace, asked.language())),
        Optional.empty(),
        askedAt(ctx, trace.commit()),
        trace.commit(),
        "/" + address(trace, asked.language()),
        links(ctx, OF_TWO));
  }

  private TracePage page(Context ctx, Asked asked, Unfolding unfolding) {
    return new TracePage(
        asked.from(),
        asked.to(),
        new TraceWords(asked.language()),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(unfolding),
        askedAt(ctx, unfolding.commit()),
        unfolding.commit(),
        "",
        links(ctx, OF_ONE));
  }

  private static List<QueryPage.Link> links(Context ctx, Formats<TraceFormat> formats) {
    return formats.names().stream()
        .filter(name -> !name.equals(TraceFormat.HTML.shortName()))
        .map(name -> new QueryPage.Link(name, SelfLinks.with(ctx, "format", name)))
        .toList();
  }

  private static Formats<TraceFormat> formats(TraceFormat... formats) {
    Map<String, TraceFormat> named = new LinkedHashMap<>();
    Arrays.stream(formats).forEach(format -> named.put(format.shortName(), format));
    return new Formats<>(named, TraceFormat::mediaType);
  }
}
