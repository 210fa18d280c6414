package org.bluethread.support;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import io.javalin.Javalin;
import io.javalin.router.Endpoint;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bluethread.facade.Facade;
import org.bluethread.facade.Settings;
import org.bluethread.facade.access.Tokens;
import org.bluethread.lookup.ThingIndex;
import org.bluethread.publish.feed.Feed;

/** The routes that a server has, read from its router. */
public final class Routes {
  private Routes() {}

  /**
   * Methods by path; HEAD goes with GET everywhere and is said once.
   *
   * @param folder an empty folder
   */
  public static Map<String, Set<String>> of(Path folder) throws ReflectiveOperationException {
    try (TestGraph graph = TestGraph.in(folder);
        ThingIndex index = ThingIndex.inMemory()) {
      Facade facade =
          new Facade(
              BareSources.of(
                  graph.graph(), index, new Feed(folder.resolve("feed"), graph.graph()), folder),
              Tokens.only("tester", "a-token-for-the-test"),
              Settings.usual("test"));
      Field field = Facade.class.getDeclaredField("javalin");
      field.setAccessible(true);
      Javalin javalin = (Javalin) field.get(facade);
      return javalin.unsafe.internalRouter.allHttpHandlers().stream()
          .map(handler -> handler.endpoint)
          .filter(endpoint -> endpoint.method.isHttpMethod())
          .filter(endpoint -> !endpoint.method.name().equals("HEAD"))
          .collect(
              groupingBy(
                  (Endpoint endpoint) -> endpoint.path,
                  TreeMap::new,
                  mapping(endpoint -> endpoint.method.name(), toCollection(TreeSet::new))));
    }
  }
}
