package org.bluethread.facade;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.bluethread.facade.pages.Pages;
import org.bluethread.facade.pages.SparqlPage;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.publish.catalogue.QueryExample;

/**
 * What a browser sees at {@code /sparql}: a form, and where scripts run an editor in its place,
 * with the named queries as examples.
 */
final class SparqlEditor {
  /** The editor writes HTML with style attributes in it, which widths of columns depend on. */
  private static final String POLICY =
      Facade.POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

  private final KnowledgeGraph graph;
  private final Examples examples;
  private final Pages pages;

  SparqlEditor(KnowledgeGraph graph, Examples examples, Pages pages) {
    this.graph = graph;
    this.examples = examples;
    this.pages = pages;
  }

  /** Answers with the page; {@code edit} or {@code example} says what stands in the form. */
  void show(Context ctx) {
    String language = Languages.of(ctx);
    graph.read(
        snapshot -> {
          List<QueryExample> all = examples.of(snapshot);
          Optional<String> chosen =
              Choices.word(ctx, "example", all.stream().map(QueryExample::name).toList());
          Optional<String> text =
              all.stream()
                  .filter(example -> chosen.equals(Optional.of(example.name())))
                  .map(QueryExample::sparql)
                  .findFirst()
                  .or(() -> Optional.ofNullable(ctx.queryParam("edit")));
          ctx.header("Content-Security-Policy", POLICY);
          pages.render(
              ctx, "sparql.jte", language, SparqlPage.of(ctx.url(), text, all, chosen, language));
          return chosen;
        });
  }
}
