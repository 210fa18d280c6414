package org.bluethread.command;

import java.time.Duration;
import java.util.Optional;
import org.bluethread.graph.KnowledgeGraph;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a store elsewhere anew: at the start, after that every so often, and soon again after it
 * failed. In a thread of its own.
 */
final class Refresher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Refresher.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);

  private final KnowledgeGraph graph;
  private Optional<Thread> thread = Optional.empty();

  /** Does nothing yet. */
  Refresher(KnowledgeGraph graph) {
    this.graph = graph;
  }

  /**
   * Begins.
   *
   * @param between how long to wait from one time to the next; empty for one time
   */
  void start(Optional<Duration> between) {
    thread =
        Optional.of(Thread.ofPlatform().daemon().name("refresh").start(() -> refresh(between)));
  }

  private void refresh(Optional<Duration> between) {
    try {
      Optional<Duration> next = next(between);
      while (next.isPresent()) {
        Thread.sleep(next.get());
        next = next(between);
      }
    } catch (InterruptedException e) {
      LOG.debug("No more refreshes", e); // The server ends.
    }
  }

  /** Refreshes, and says how long to wait for the next time. */
  private Optional<Duration> next(Optional<Duration> between) {
    try {
      graph.refresh();
      LOG.info("The store was read");
      return between;
    } catch (RuntimeException e) {
      LOG.warn("The store could not be read: {}", e.getMessage());
      LOG.debug("Why the store could not be read", e);
      return Optional.of(AFTER_FAILURE);
    }
  }

  @Override
  public void close() {
    thread.ifPresent(Thread::interrupt);
  }
}
