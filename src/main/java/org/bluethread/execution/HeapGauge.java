package org.bluethread.execution;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Optional;

/**
 * Tells when memory gets short: when a collection of the old generation leaves more than three
 * quarters of it in use. For one thread.
 */
final class HeapGauge {
  private static final double SHORT = 0.75;
  private static final double LARGE = 0.25;

  private final Optional<MemoryPoolMXBean> old =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .filter(MemoryPoolMXBean::isUsageThresholdSupported) // No young generation has that.
          .filter(MemoryPoolMXBean::isCollectionUsageThresholdSupported)
          .findFirst();

  private long seen;

  HeapGauge() {
    old.ifPresent(
        pool -> pool.setCollectionUsageThreshold((long) (SHORT * pool.getUsage().getMax())));
  }

  /** Whether a collection since the last call left memory short. */
  boolean gotShort() {
    long times = old.map(MemoryPoolMXBean::getCollectionUsageThresholdCount).orElse(0L);
    boolean again = times > seen;
    seen = times;
    return again;
  }

  /** How many bytes make a query a suspect: a quarter of the heap. */
  long large() {
    return (long) (LARGE * Runtime.getRuntime().maxMemory());
  }
}
