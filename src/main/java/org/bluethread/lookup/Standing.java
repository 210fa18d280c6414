package org.bluethread.lookup;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The commit an index stands at: it holds that commit's things, all of them and no others.
 *
 * @param storeId which store's commits are counted
 * @param commit the commit's number in that store
 */
public record Standing(String storeId, long commit) {

  private static final String STORE = "store";
  private static final String COMMIT = "commit";

  /** Takes both; the store may not be null. */
  public Standing {
    Objects.requireNonNull(storeId, "storeId");
  }

  /** What {@link #asCommitData} wrote, or empty when nothing of the kind is there. */
  static Optional<Standing> fromCommitData(Map<String, String> data) {
    return data.containsKey(STORE) && data.containsKey(COMMIT)
        ? Optional.of(new Standing(data.get(STORE), Long.parseLong(data.get(COMMIT))))
        : Optional.empty();
  }

  /** As Lucene keeps it beside the segments, written in the same atomic step. */
  Map<String, String> asCommitData() {
    return Map.of(STORE, storeId, COMMIT, Long.toString(commit));
  }
}
