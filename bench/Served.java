import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bluethread.facade.Facade;
import org.bluethread.facade.Settings;
import org.bluethread.facade.Sources;
import org.bluethread.facade.access.Tokens;
import org.bluethread.federation.Members;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Release;
import org.bluethread.lookup.ThingIndex;
import org.bluethread.publish.catalogue.Dumps;
import org.bluethread.publish.sitemap.PageDates;
import org.bluethread.query.Shelf;
import org.bluethread.trace.links.LinkIndex;

/**
 * A graph behind its door, for a benchmark, which may replace any part before it opens the door.
 */
final class Served {
  private final KnowledgeGraph graph;
  private final Path folder;
  ThingIndex index = ThingIndex.inMemory();
  LinkIndex links = new LinkIndex();
  Members members = Members.onlyHere();
  org.bluethread.publish.feed.Feed feed;
  org.bluethread.publish.informea.InforMea records;
  Settings settings = Settings.usual("bench");

  /**
   * @param folder for files
   */
  Served(KnowledgeGraph graph, Path folder) {
    this.graph = graph;
    this.folder = folder;
    this.feed = new org.bluethread.publish.feed.Feed(folder.resolve("feed"), graph);
    this.records = new org.bluethread.publish.informea.InforMea(graph, Optional.empty());
  }

  Facade door() {
    Sources sources =
        new Sources(
            graph,
            new Shelf(List.of()),
            index,
            links,
            new Dumps(folder.resolve("dumps"), new Release(folder), "bench"),
            new PageDates(graph, Optional.empty()),
            new org.bluethread.federation.Federation(members, graph.dataset()),
            feed,
            records);
    return new Facade(sources, Tokens.only("bench", "a-token-for-the-bench"), settings);
  }
}
