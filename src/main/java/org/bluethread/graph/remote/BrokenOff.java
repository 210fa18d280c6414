package org.bluethread.graph.remote;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.http.client.methods.HttpUriRequest;

/**
 * Breaks off the last request it was told of, or the first that it is told of once it has been run.
 * Safe for threads.
 */
final class BrokenOff implements Runnable, Consumer<HttpUriRequest> {
  private final AtomicReference<HttpUriRequest> request = new AtomicReference<>();
  private volatile boolean due;

  @Override
  public void accept(HttpUriRequest sent) {
    request.set(sent);
    if (due) {
      sent.abort();
    }
  }

  @Override
  public void run() {
    due = true;
    HttpUriRequest sent = request.get();
    if (sent != null) {
      sent.abort();
    }
  }
}
