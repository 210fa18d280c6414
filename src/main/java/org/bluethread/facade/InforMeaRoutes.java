package org.bluethread.facade;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bluethread.facade.answers.AsOf;
import org.bluethread.facade.informea.Answer;
import org.bluethread.facade.informea.AnswerWriter;
import org.bluethread.facade.informea.AtomWriter;
import org.bluethread.facade.informea.JsonWriter;
import org.bluethread.facade.informea.RefusedQuestionException;
import org.bluethread.facade.informea.Service;
import org.bluethread.facade.informea.Shown;
import org.bluethread.facade.problem.ProblemDocument;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.facade.problem.ProblemKind;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.publish.informea.InforMea;
import org.bluethread.publish.informea.Lack;
import org.bluethread.publish.informea.Model;
import org.bluethread.publish.informea.Records;
import org.bluethread.publish.informea.Withheld;

/**
 * {@code /informea.svc}: decisions, meetings, documents and treaties as portals of environmental
 * agreements harvest them, in OData 2; and what is withheld from them.
 */
final class InforMeaRoutes {
  private static final String PATH = "/informea.svc";
  private static final String WITHHELD = PATH + "/withheld";
  private static final String VERSION = "DataServiceVersion";

  /** How many withheld records are listed at the most. */
  private static final int MOST_WITHHELD = 1000;

  /** The media types of answers; whoever wants a page gets what is XML. */
  private static final List<String> TYPES =
      List.of("application/atom+xml", MediaTypes.JSON, MediaTypes.XML, "application/atomsvc+xml");

  private final KnowledgeGraph graph;
  private final InforMea records;
  private final Freshness freshness;
  private final Service service = new Service();
  private final AnswerWriter json = new JsonWriter();
  private final AnswerWriter atom = new AtomWriter();

  InforMeaRoutes(KnowledgeGraph graph, InforMea records, Freshness freshness) {
    this.graph = graph;
    this.records = records;
    this.freshness = freshness;
  }

  void register(RoutesConfig routes) {
    Reading.route(routes, WITHHELD, this::withheld);
    Reading.route(routes, PATH, this::answer);
    Reading.route(routes, PATH + "/<path>", this::answer);
  }

  private void answer(Context ctx) throws IOException {
    try {
      AnswerWriter writer = writer(ctx);
      Records all = read();
      Shown shown = new Shown(CatalogueSource.site(ctx).root());
      Answer answer = service.answer(segments(ctx), ctx.queryParamMap(), all, shown);
      AnswerWriter fitting = answer instanceof Answer.Metadata ? atom : writer;
      String type = fitting.mediaType(answer);
      ctx.header(VERSION, "2.0");
      if (!freshness.isKnown(ctx, all.commit(), type, all.fingerprint())) {
        ctx.contentType(type);
        fitting.write(ctx.outputStream(), answer, shown);
      }
    } catch (RefusedQuestionException e) {
      refuse(ctx, e.status(), ProblemKind.BAD_PARAMETER, e.getMessage());
    } catch (ProblemException e) {
      ProblemDocument problem = e.problem().in("en");
      refuse(
          ctx,
          problem.status(),
          ProblemKind.NOT_ACCEPTABLE,
          problem.detail() + " " + problem.remedy());
    }
  }

  private Records read() {
    freshness.checkRead();
    return graph.read(records::of);
  }

  /** The path after that of the service, in segments, as it was sent. */
  private static List<String> segments(Context ctx) {
    String path = ctx.req().getRequestURI().substring(PATH.length());
    return Arrays.stream(path.split("/", -1)).filter(one -> !one.isEmpty()).toList();
  }

  /** Chosen by the option {@code $format}, else by the header Accept. */
  private AnswerWriter writer(Context ctx) {
    String format = ctx.queryParam("$format");
    if (format == null) {
      return MediaTypes.negotiate(ctx, TYPES).equals(MediaTypes.JSON) ? json : atom;
    }
    return switch (format) {
      case "json", MediaTypes.JSON -> json;
      case "atom", "xml", "application/atom+xml", MediaTypes.XML -> atom;
      default ->
          throw new RefusedQuestionException(
              400, "$format is \"" + format + "\". Use one of: atom, json, xml.");
    };
  }

  private void refuse(Context ctx, int status, ProblemKind kind, String message)
      throws IOException {
    Problems.begin(ctx, status);
    ctx.header(VERSION, "1.0");
    boolean wantsJson =
        "json".equals(ctx.queryParam("$format"))
            || MediaTypes.acceptable(ctx, TYPES).filter(MediaTypes.JSON::equals).isPresent();
    ctx.contentType(wantsJson ? MediaTypes.JSON : MediaTypes.XML);
    String code = status == 404 ? ProblemKind.NOT_FOUND.shortName() : kind.shortName();
    (wantsJson ? json : atom).error(ctx.outputStream(), code, message);
  }

  private void withheld(Context ctx) {
    MediaTypes.negotiate(ctx, List.of(MediaTypes.JSON));
    int offset = Parameters.offset(ctx);
    Records all = read();
    if (freshness.isKnown(ctx, all.commit(), MediaTypes.JSON, all.fingerprint())) {
      return;
    }
    List<Withheld> part = all.withheld().stream().skip(offset).limit(MOST_WITHHELD).toList();
    if (offset + part.size() < all.withheld().size()) {
      String next = SelfLinks.with(ctx, "offset", Integer.toString(offset + MOST_WITHHELD));
      ctx.header("Link", "<" + next + ">; rel=\"next\"");
    }
    ctx.jsonStream(new Report(freshness.asOf(all.commit()), sets(all), part));
  }

  private static Map<String, Counts> sets(Records all) {
    Map<String, List<Withheld>> bySet = all.withheld().stream().collect(groupingBy(Withheld::set));
    Map<String, Counts> sets = new LinkedHashMap<>();
    Model.HARVESTED.forEach(
        set -> {
          List<Withheld> some = bySet.getOrDefault(set.name(), List.of());
          sets.put(set.name(), new Counts(all.count(set), some.size(), missing(some)));
        });
    return sets;
  }

  private static Map<String, Long> missing(List<Withheld> some) {
    return some.stream()
        .flatMap(one -> one.missing().stream())
        .collect(
            groupingBy(Lack::field, TreeMap::new, mapping(lack -> lack, Collectors.counting())));
  }

  /**
   * What is withheld.
   *
   * @param asOf the state
   * @param sets how many records each set has, and how many are withheld
   * @param withheld the withheld records, or a part of them
   */
  @JsonPropertyOrder({"asOf", "sets", "withheld"})
  record Report(@JsonUnwrapped AsOf asOf, Map<String, Counts> sets, List<Withheld> withheld) {}

  /**
   * Figures of a set.
   *
   * @param given how many records are given
   * @param withheld how many are not
   * @param missing how many of those lack a field, by its name
   */
  @JsonPropertyOrder({"given", "withheld", "missing"})
  record Counts(int given, int withheld, Map<String, Long> missing) {}
}
