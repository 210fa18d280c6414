package org.bluethread.facade;

import io.javalin.http.Context;
import java.util.List;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Snapshot;

/** Answers in JSON that are read off the graph in one language. */
final class JsonReading {
  private final KnowledgeGraph graph;
  private final Freshness freshness;

  JsonReading(KnowledgeGraph graph, Freshness freshness) {
    this.graph = graph;
    this.freshness = freshness;
  }

  /** Makes an answer in a read transaction, in one language. */
  @FunctionalInterface
  interface Answer {
    Object of(Snapshot snapshot, String language);
  }

  /** Answers a request that the address alone makes, unless the client knows the answer. */
  void answer(Context ctx, Answer answer) {
    String type = MediaTypes.negotiate(ctx, List.of(MediaTypes.JSON));
    String language = Languages.of(ctx);
    freshness.checkRead();
    graph.read(
        snapshot -> {
          if (!freshness.isKnown(ctx, snapshot.commit(), type, language)) {
            ctx.jsonStream(answer.of(snapshot, language));
          }
          return language;
        });
  }

  /** Answers a request whose body has to be sent again for another answer. */
  void answerOnce(Context ctx, Answer answer) {
    String language = Languages.of(ctx);
    freshness.checkRead();
    graph.read(
        snapshot -> {
          freshness.passing(ctx, Vary.FORMAT_AND_LANGUAGE, snapshot.commit());
          ctx.jsonStream(answer.of(snapshot, language));
          return language;
        });
  }
}
