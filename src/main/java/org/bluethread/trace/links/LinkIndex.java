package org.bluethread.trace.links;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The links of the last commits, for readers that each stand at one of them. Safe for threads.
 *
 * <p>Changes that come while the links are being put together wait for them.
 */
public final class LinkIndex {
  /** How many states are kept, the last included. */
  static final int STATES_KEPT = 8;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private final Deque<Links> states = new ArrayDeque<>();
  private final Deque<LinkChange> waiting = new ArrayDeque<>();
  private boolean building = true;
  private long ticket;

  /**
   * Begins anew: what follows are the changes since the links that {@link #put} will bring.
   *
   * @return the ticket to bring them with; that of an earlier beginning is worth nothing any more
   */
  public long begin() {
    lock.lock();
    try {
      states.clear();
      waiting.clear();
      building = true;
      ticket++;
      return ticket;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes the links of a whole graph, and applies what changed since.
   *
   * @param withTicket what {@link #begin} gave
   * @throws IllegalStateException if the changes that wait do not follow one another
   */
  public void put(long withTicket, Links links) {
    lock.lock();
    try {
      if (withTicket != ticket) {
        return;
      }
      building = false;
      states.addLast(links);
      while (!waiting.isEmpty()) {
        LinkChange change = waiting.removeFirst();
        if (change.commit() > links.commit()) {
          advance(change);
        }
      }
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes the links of a whole graph that has no changes to follow. Those before stay for readers
   * who began before.
   */
  public void replace(Links links) {
    lock.lock();
    try {
      ticket++;
      building = false;
      waiting.clear();
      while (states.size() > 1) {
        states.removeFirst();
      }
      states.addLast(links);
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Says that the links of a ticket will not come: what comes next has to begin anew. */
  public void fail(long withTicket) {
    lock.lock();
    try {
      if (withTicket == ticket) {
        states.clear();
        waiting.clear();
        building = false;
        moved.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Goes on by one commit.
   *
   * @throws IllegalStateException if it is not the next one, or takes away what is not there
   */
  public void apply(LinkChange change) {
    lock.lock();
    try {
      if (building) {
        waiting.addLast(change);
      } else {
        advance(change);
        moved.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private void advance(LinkChange change) {
    Links last = states.peekLast();
    if (last == null) {
      throw new IllegalStateException("There are no links that could change");
    }
    states.addLast(last.with(change));
    if (states.size() > STATES_KEPT) {
      states.removeFirst();
    }
  }

  /**
   * The links of a commit, waited for if it is to come.
   *
   * @param most how long to wait
   * @return empty if it did not come in time, or is not kept any more
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public Optional<Links> at(long commit, Duration most) throws InterruptedException {
    long left = most.toNanos();
    lock.lock();
    try {
      while (left > 0 && mayCome(commit)) {
        left = moved.awaitNanos(left);
      }
      return states.stream().filter(links -> links.commit() == commit).findFirst();
    } finally {
      lock.unlock();
    }
  }

  private boolean mayCome(long commit) {
    return building || (!states.isEmpty() && states.getLast().commit() < commit);
  }
}
