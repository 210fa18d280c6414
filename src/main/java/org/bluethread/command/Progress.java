package org.bluethread.command;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Shows on a terminal that something that takes more than two seconds goes on. */
final class Progress {
  private static final int PATIENCE_SECONDS = 2;

  private Progress() {}

  /** Does a piece of work; on a terminal, standard error shows that it goes on. */
  static <T> T show(String label, Supplier<T> work) {
    return onTerminal() ? showBar(label, work) : work.get();
  }

  /** The launcher sets {@code jdk.console=java.base}, with which there is no console elsewhere. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean onTerminal() {
    return System.console() != null;
  }

  private static <T> T showBar(String label, Supplier<T> work) {
    AtomicReference<ProgressBar> bar = new AtomicReference<>();
    try (ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory())) {
      Future<?> showing =
          timer.schedule(() -> bar.set(start(label)), PATIENCE_SECONDS, TimeUnit.SECONDS);
      try {
        return work.get();
      } finally {
        showing.cancel(false);
      }
    } finally {
      if (bar.get() != null) {
        bar.get().close();
      }
    }
  }

  private static ProgressBar start(String label) {
    return new ProgressBarBuilder().setTaskName(label).setInitialMax(-1).build();
  }
}
