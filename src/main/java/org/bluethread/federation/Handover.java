package org.bluethread.federation;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Hands what one thread makes over to another: who reads a store must stay in the thread of its
 * transaction, while a federation reads wherever it has a thread free. A bounded number of elements
 * is on its way. The maker's thread is never interrupted, for an interrupt closes the files of a
 * store.
 *
 * <p>For one reading thread at a time; any may close it.
 */
final class Handover<T> implements Iterator<T>, AutoCloseable {
  private static final int PART = 64;
  private static final int PARTS = 16;
  private static final long PATIENCE_MILLISECONDS = 20;

  private final BlockingQueue<Part<T>> parts = new ArrayBlockingQueue<>(PARTS);
  private volatile boolean closed;
  private Iterator<T> current = List.<T>of().iterator();
  private boolean last;

  /**
   * @param elements none in the last part
   * @param failure why there are no more; null if there are, or all came
   * @param last whether no part follows
   */
  private record Part<T>(List<T> elements, RuntimeException failure, boolean last) {}

  /** Thrown in the threads of both sides when it was closed. */
  static final class AbandonedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AbandonedException() {
      super("Nobody reads any more.", null, false, false);
    }
  }

  /**
   * Begins to make.
   *
   * @param name of the maker's thread
   * @param maker gives each element to the consumer, and ends
   */
  static <T> Handover<T> from(String name, Consumer<Consumer<T>> maker) {
    Handover<T> handover = new Handover<>();
    Thread.ofPlatform().daemon().name(name).start(() -> handover.make(maker));
    return handover;
  }

  private void make(Consumer<Consumer<T>> maker) {
    List<T> part = new ArrayList<>(PART);
    try {
      maker.accept(
          element -> {
            part.add(element);
            if (part.size() == PART) {
              put(new Part<>(List.copyOf(part), null, false));
              part.clear();
            }
          });
      put(new Part<>(List.copyOf(part), null, false));
      put(new Part<>(List.of(), null, true));
    } catch (AbandonedException e) {
      return; // Who closed it wants nothing more.
    } catch (RuntimeException e) {
      putUnlessClosed(new Part<>(List.of(), e, true));
    } catch (Error e) {
      putUnlessClosed(new Part<>(List.of(), new IllegalStateException(e), true));
    }
  }

  private void put(Part<T> part) {
    if (!putUnlessClosed(part)) {
      throw new AbandonedException();
    }
  }

  private boolean putUnlessClosed(Part<T> part) {
    try {
      while (!closed) {
        if (parts.offer(part, PATIENCE_MILLISECONDS, TimeUnit.MILLISECONDS)) {
          return true;
        }
      }
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException("Nobody interrupts this thread.", e);
    }
  }

  @Override
  public boolean hasNext() {
    while (!current.hasNext() && !last) {
      Part<T> part = take();
      if (part.failure() != null) {
        last = true;
        throw part.failure();
      }
      last = part.last();
      current = part.elements().iterator();
    }
    return current.hasNext();
  }

  private Part<T> take() {
    try {
      while (!closed) {
        Part<T> part = parts.poll(PATIENCE_MILLISECONDS, TimeUnit.MILLISECONDS);
        if (part != null) {
          return part;
        }
      }
      throw new AbandonedException();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      throw new AbandonedException();
    }
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return current.next();
  }

  /** Lets the maker end at its next element. */
  @Override
  public void close() {
    closed = true;
  }
}
