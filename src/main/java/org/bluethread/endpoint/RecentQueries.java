package org.bluethread.endpoint;

import java.util.List;
import java.util.Set;
import org.apache.jena.atlas.lib.Cache;
import org.apache.jena.atlas.lib.CacheFactory;

/**
 * Reads queries, and remembers those read lately: reading one takes as long as answering a small
 * one. Safe for threads.
 */
public final class RecentQueries {
  private static final int MOST = 256;
  private static final int LONGEST = 4096;

  private final Set<String> services;
  private final Cache<Key, SparqlQuery> read = CacheFactory.createCache(MOST);

  /**
   * @param services the addresses of the endpoints that queries may ask
   */
  public RecentQueries(Set<String> services) {
    this.services = Set.copyOf(services);
  }

  private record Key(String text, List<String> defaultGraphs, List<String> namedGraphs) {}

  /** Takes, gives and throws what {@link SparqlQuery#parse} does. */
  public SparqlQuery parse(String text, List<String> defaultGraphs, List<String> namedGraphs) {
    Key key = new Key(text, defaultGraphs, namedGraphs);
    SparqlQuery known = read.getIfPresent(key);
    if (known != null) {
      return known;
    }
    SparqlQuery query = SparqlQuery.parse(text, defaultGraphs, namedGraphs, services);
    if (text.length() <= LONGEST && query.isShareable()) {
      read.put(key, query);
    }
    return query;
  }
}
