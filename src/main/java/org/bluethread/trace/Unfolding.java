package org.bluethread.trace;

import java.util.List;

/**
 * What became of a thing and where it comes from.
 *
 * @param thing the thing
 * @param depth how many steps away things were to be
 * @param commit the commit it was read at
 * @param downstream what it leads to, from mandate towards evidence
 * @param upstream what leads to it
 */
public record Unfolding(
    Thing thing, int depth, long commit, Branches downstream, Branches upstream) {
  /** The most steps away. */
  public static final int MOST_DEPTH = 6;

  /**
   * What is one step away from a thing on one side.
   *
   * @param count how many things that are
   * @param shown those that are shown: the rest is too many
   */
  public record Branches(int count, List<Branch> shown) {
    /** Copies the list. */
    public Branches {
      shown = List.copyOf(shown);
    }
  }

  /**
   * One thing on the tree.
   *
   * @param step what joins it to the thing before
   * @param shownBefore whether it stands elsewhere on the tree already, where its branches are
   * @param hub whether it is a hub, whose branches are counted but not shown
   * @param branches what is one step further
   */
  public record Branch(Step step, boolean shownBefore, boolean hub, Branches branches) {}
}
