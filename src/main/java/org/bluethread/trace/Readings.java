package org.bluethread.trace;

import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.lib.Cache;
import org.apache.jena.atlas.lib.CacheFactory;
import org.apache.jena.graph.Node;
import org.bluethread.trace.Step.Source;
import org.bluethread.trace.Step.Status;
import org.bluethread.trace.Step.Unit;

/**
 * What traces read at one commit in one language, kept for later ones: they come by the same things
 * and the same paragraphs again and again. Of each kind, what was not asked for longest goes when
 * there is too much. Safe for threads; holds nothing of a transaction.
 */
final class Readings {
  private static final int MOST = 20_000;

  /** Fewer, as the JSON of each is kept as long as it is. */
  private static final int MOST_STEPS = 5_000;

  /** How links are put into words, by property. */
  final Cache<String, Wording> wordings = CacheFactory.createCache(MOST);

  /** Where statements stand, by graph. */
  final Cache<String, Source> sources = CacheFactory.createCache(MOST);

  /** The documents whose statements graphs hold, by graph. */
  final Cache<String, Optional<String>> documents = CacheFactory.createCache(MOST);

  final Cache<Node, Unit> units = CacheFactory.createCache(MOST);
  final Cache<Report, List<Status>> statuses = CacheFactory.createCache(MOST);
  final Cache<Node, Thing> things = CacheFactory.createCache(MOST);

  /** The levels of classes. */
  final Cache<Node, Optional<Level>> levels = CacheFactory.createCache(MOST);

  final Cache<Ends, Step> steps = CacheFactory.createCache(MOST_STEPS);

  /** The two ends of a step. */
  record Ends(String from, String to) {}

  /** What a graph says of the state of a thing. */
  record Report(String graph, String thing) {}

  /**
   * How a link is put into words.
   *
   * @param label what its property is called
   * @param pattern its sentence, with places for its ends
   * @param language the language of the sentence; empty if the property has none
   */
  record Wording(String label, String pattern, String language) {}
}
