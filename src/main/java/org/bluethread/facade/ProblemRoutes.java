package org.bluethread.facade;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.SKOS;
import org.bluethread.facade.pages.Pages;
import org.bluethread.facade.pages.ProblemKindPage;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.facade.problem.ProblemKind;

/**
 * {@code /problem/{kind}}: what the type of a problem document means.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457#section-3.1.1">RFC 9457, 3.1.1</a>
 */
final class ProblemRoutes {
  private final Pages pages;

  ProblemRoutes(Pages pages) {
    this.pages = pages;
  }

  void register(RoutesConfig routes) {
    Reading.route(routes, "/problem/{kind}", this::answer);
  }

  private void answer(Context ctx) {
    ProblemKind kind = find(ctx.pathParam("kind"));
    String type = RdfDocument.FORMATS.wanted(ctx);
    ctx.header("Vary", Vary.FORMAT_AND_LANGUAGE);
    if (type.equals(MediaTypes.HTML)) {
      pages.render(ctx, "problemKind.jte", Languages.of(ctx), new ProblemKindPage(kind));
    } else {
      RdfDocument.send(ctx, description(kind), type);
    }
  }

  private static ProblemKind find(String name) {
    return ProblemKind.named(name)
        .orElseThrow(
            () -> new ProblemException(Problem.of(ProblemKind.NOT_FOUND, "no-kind", name)));
  }

  private static Graph description(ProblemKind kind) {
    Model description = ModelFactory.createDefaultModel();
    description.setNsPrefix("skos", SKOS.getURI());
    Resource concept =
        description
            .createResource(kind.iri(), SKOS.Concept)
            .addProperty(
                SKOS.inScheme, description.createResource(ProblemKind.BASE, SKOS.ConceptScheme));
    for (String language : Languages.OFFERED) {
      concept.addProperty(SKOS.prefLabel, kind.title().in(language), language);
      concept.addProperty(SKOS.definition, kind.meaning().in(language), language);
    }
    return description.getGraph();
  }
}
