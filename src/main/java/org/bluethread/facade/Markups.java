package org.bluethread.facade;

import java.util.List;
import java.util.Optional;
import org.bluethread.facade.pages.DataBlock;
import org.bluethread.facade.words.Words;
import org.bluethread.graph.Snapshot;
import org.bluethread.publish.Description;
import org.bluethread.publish.catalogue.Catalogue;
import org.bluethread.publish.catalogue.Site;
import org.bluethread.publish.schemaorg.CatalogueMarkup;
import org.bluethread.publish.schemaorg.Telling;
import org.bluethread.publish.schemaorg.ThingMarkup;
import org.bluethread.vocabulary.Addresses;

/** What pages say in the words of schema.org, in one language and by one server. Immutable. */
final class Markups {
  private final Words words;
  private final Telling telling;

  Markups(Site site, String language) {
    this.words = new Words(language);
    this.telling =
        new Telling(
            language,
            iri -> page(site, iri),
            (name, kinds) -> words.text("markup.thing", name, kinds));
  }

  private static String page(Site site, String iri) {
    return iri.startsWith(Addresses.THINGS)
        ? site.at(new ThingAddress(iri, Optional.of(DocumentFormat.HTML)).path())
        : iri;
  }

  /** What the page of a thing says; empty if schema.org has no word for what it is. */
  Optional<DataBlock> thing(Snapshot snapshot, Description description) {
    return ThingMarkup.of(snapshot, description, telling).map(DataBlock::of);
  }

  /** What the page of the catalogue says. */
  DataBlock catalogue(Catalogue catalogue) {
    return DataBlock.of(CatalogueMarkup.catalogue(catalogue, telling, ofTheGraph()));
  }

  /** What the page of the graph, the dataset that the catalogue is about, says. */
  DataBlock graph(Catalogue catalogue) {
    return DataBlock.of(CatalogueMarkup.graph(catalogue, telling, ofTheGraph()));
  }

  private CatalogueMarkup.Words ofTheGraph() {
    return new CatalogueMarkup.Words(
        words.text("markup.graph"),
        List.of(words.text("markup.keywords").split("; ", -1)),
        words.text("markup.publisher"));
  }
}
