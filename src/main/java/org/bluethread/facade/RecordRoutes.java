package org.bluethread.facade;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.bluethread.facade.answers.AsOf;
import org.bluethread.facade.answers.RecordAnswer;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.facade.problem.ProblemKind;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.PerCommit;
import org.bluethread.graph.Snapshot;
import org.bluethread.lookup.ThingIndex;
import org.bluethread.publish.records.RecordKey;
import org.bluethread.publish.records.RecordSchema;
import org.bluethread.publish.records.Registry;
import org.bluethread.publish.records.ThingRecord;

/**
 * {@code /api/records}: targets, goals, subjects, decisions, documents and countries under the
 * identifiers that the clearing-house of the Convention on Biological Diversity uses, so that
 * national ones can join on them.
 */
final class RecordRoutes {
  private static final String PATH = "/api/records";
  private static final int USUAL = 50;
  private static final int MOST = 200;

  private final KnowledgeGraph graph;
  private final ThingIndex index;
  private final Freshness freshness;
  private final PerCommit<Registry> registry = new PerCommit<>(Registry::read);

  RecordRoutes(KnowledgeGraph graph, ThingIndex index, Freshness freshness) {
    this.graph = graph;
    this.index = index;
    this.freshness = freshness;
  }

  void register(RoutesConfig routes) {
    Reading.route(routes, PATH, this::list);
    Reading.route(routes, PATH + "/<identifier>", this::one);
  }

  private void list(Context ctx) {
    String format = MediaTypes.negotiate(ctx, Answers.FORMATS);
    Optional<RecordSchema> schema =
        Choices.word(ctx, "schema", RecordSchema.labels())
            .flatMap(
                label ->
                    Arrays.stream(RecordSchema.values())
                        .filter(one -> one.label().equals(label))
                        .findFirst());
    int offset = Parameters.offset(ctx);
    int limit = Parameters.integer(ctx, "limit", 1, MOST, USUAL);
    graph.read(
        snapshot -> {
          freshness.checkRead();
          Registry all = registry.of(snapshot);
          boolean more = schema.filter(one -> offset + limit < all.count(one)).isPresent();
          new Slice(offset, limit).next(ctx, more);
          if (!freshness.isKnown(ctx, snapshot.commit(), format)) {
            Object answer =
                schema
                    .<Object>map(one -> part(snapshot, all, one, offset, limit))
                    .orElseGet(() -> schemas(all));
            Answers.send(ctx, format, answer);
          }
          return format;
        });
  }

  private RecordAnswer.Part part(
      Snapshot snapshot, Registry all, RecordSchema schema, int offset, int limit) {
    AsOf asOf = freshness.asOf(snapshot.commit());
    return new RecordAnswer.Part(
        RecordAnswer.CONTEXT,
        schema.label(),
        all.count(schema),
        asOf,
        all.part(schema, offset, limit).stream()
            .map(thing -> ThingRecord.read(snapshot, all, thing))
            .map(record -> RecordAnswer.of(record, false, asOf))
            .toList());
  }

  /** What schemas there are, with the number of their records. */
  private static Map<String, Map<String, Integer>> schemas(Registry all) {
    Map<String, Integer> counts = new TreeMap<>();
    all.counts().forEach((schema, many) -> counts.put(schema.label(), many));
    return Map.of("schemas", counts);
  }

  private void one(Context ctx) {
    String format = MediaTypes.negotiate(ctx, Answers.FORMATS);
    String identifier = ctx.pathParam("identifier");
    graph.read(
        snapshot -> {
          freshness.checkRead();
          Registry all = registry.of(snapshot);
          Optional<Node> thing = all.find(identifier);
          if (thing.isEmpty()) {
            redirect(ctx, snapshot, meant(all, identifier));
          } else if (!freshness.isKnown(ctx, snapshot.commit(), format)) {
            ThingRecord record = ThingRecord.read(snapshot, all, thing.get());
            Answers.send(
                ctx, format, RecordAnswer.of(record, true, freshness.asOf(snapshot.commit())));
          }
          return format;
        });
  }

  /** The record that a sloppy spelling means. */
  private RecordKey meant(Registry all, String identifier) {
    Set<String> types =
        Arrays.stream(RecordSchema.values())
            .map(schema -> schema.type().getURI())
            .collect(Collectors.toSet());
    List<RecordKey> meant =
        Stream.concat(
                all.find(identifier.toLowerCase(Locale.ROOT)).stream(),
                index.resolve(identifier, types).stream().map(NodeFactory::createURI))
            .distinct()
            .flatMap(thing -> all.key(thing).stream())
            .toList();
    if (meant.size() == 1) {
      return meant.get(0);
    }
    String candidates =
        meant.stream().limit(10).map(RecordKey::identifier).collect(Collectors.joining(", "));
    throw new ProblemException(
        candidates.isEmpty()
            ? Problem.of(ProblemKind.UNKNOWN_THING, "record.unknown", identifier, PATH)
            : Problem.of(ProblemKind.UNKNOWN_THING, "record.likely", identifier, candidates));
  }

  private void redirect(Context ctx, Snapshot snapshot, RecordKey right) {
    String path =
        URLEncoder.encode(right.identifier(), StandardCharsets.UTF_8)
            .replace("+", "%20")
            .replace("%2F", "/");
    ctx.status(301);
    ctx.header("Location", PATH + "/" + path);
    freshness.redirection(ctx, snapshot.commit()); // Another commit may bring what is spelled so.
  }
}
