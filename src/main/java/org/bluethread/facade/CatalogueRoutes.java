package org.bluethread.facade;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import org.bluethread.facade.answers.CatalogueAnswer;
import org.bluethread.facade.pages.CataloguePage;
import org.bluethread.facade.pages.DataBlock;
import org.bluethread.facade.pages.Pages;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.publish.catalogue.Catalogue;
import org.bluethread.publish.catalogue.CatalogueRdf;
import org.bluethread.publish.catalogue.Site;
import org.bluethread.publish.catalogue.VoidDescription;
import org.bluethread.publish.partition.PartitionIndex;

/** {@code /catalog} and {@code /.well-known/void}: what there is, for catalogues and machines. */
final class CatalogueRoutes {
  private final KnowledgeGraph graph;
  private final PartitionIndex partitions;
  private final CatalogueSource source;
  private final Freshness freshness;
  private final Pages pages;

  CatalogueRoutes(
      KnowledgeGraph graph,
      PartitionIndex partitions,
      CatalogueSource source,
      Freshness freshness,
      Pages pages) {
    this.graph = graph;
    this.partitions = partitions;
    this.source = source;
    this.freshness = freshness;
    this.pages = pages;
  }

  void register(RoutesConfig routes) {
    Reading.route(routes, "/catalog", this::catalogue);
    Reading.route(routes, "/.well-known/void", this::describe);
  }

  private void catalogue(Context ctx) {
    String type = RdfDocument.WITH_JSON.wanted(ctx);
    String language = Languages.of(ctx);
    graph.read(
        snapshot -> {
          if (!freshness.isKnown(ctx, snapshot.commit(), type, language)) {
            Site site = CatalogueSource.site(ctx);
            Catalogue catalogue = source.of(snapshot, site);
            if (type.equals(MediaTypes.HTML)) {
              Optional<DataBlock> data =
                  Optional.of(new Markups(site, language).catalogue(catalogue));
              CataloguePage page = CataloguePage.of(catalogue, snapshot.commit(), language, data);
              pages.render(ctx, "catalogue.jte", language, page);
            } else if (type.equals(MediaTypes.JSON)) {
              Answers.send(ctx, type, CatalogueAnswer.of(catalogue));
            } else {
              RdfDocument.send(ctx, CatalogueRdf.of(catalogue), type);
            }
          }
          return type;
        });
  }

  private void describe(Context ctx) {
    String type = RdfDocument.FORMATS.wanted(ctx);
    if (type.equals(MediaTypes.HTML)) {
      RdfDocument.showPage(ctx, "/catalog");
      return;
    }
    graph.read(
        snapshot -> {
          if (!freshness.isKnown(ctx, snapshot.commit(), type)) {
            Catalogue catalogue = source.of(snapshot, CatalogueSource.site(ctx));
            RdfDocument.send(ctx, VoidDescription.of(catalogue, partitions.of(snapshot)), type);
          }
          return type;
        });
  }
}
