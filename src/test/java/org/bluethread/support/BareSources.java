package org.bluethread.support;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bluethread.facade.Sources;
import org.bluethread.federation.Federation;
import org.bluethread.federation.Members;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Release;
import org.bluethread.lookup.ThingIndex;
import org.bluethread.publish.catalogue.Dumps;
import org.bluethread.publish.feed.Feed;
import org.bluethread.publish.informea.InforMea;
import org.bluethread.publish.sitemap.PageDates;
import org.bluethread.query.Shelf;
import org.bluethread.trace.links.LinkIndex;

/** What a door answers from that has a graph, an empty shelf, and indexes that follow nothing. */
public final class BareSources {
  private BareSources() {}

  /**
   * Puts them together.
   *
   * @param index is the caller's to close
   * @param feed is the caller's to start and to close
   * @param folder for files
   */
  public static Sources of(KnowledgeGraph graph, ThingIndex index, Feed feed, Path folder) {
    return new Sources(
        graph,
        new Shelf(List.of()),
        index,
        new LinkIndex(),
        new Dumps(folder.resolve("dumps"), new Release(folder), "test"),
        new PageDates(graph, Optional.empty()),
        new Federation(Members.onlyHere(), graph.dataset()),
        feed,
        new InforMea(graph, Optional.empty()));
  }
}
