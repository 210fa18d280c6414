package org.bluethread.graph;

import java.util.List;

/** What a release ships and what users wrote do not go together; nothing of it was loaded. */
public final class ReleaseConflictException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param conflicts one sentence each, naming both sides
   */
  public ReleaseConflictException(List<String> conflicts) {
    super(
        "The release and what was written to this store do not go together:\n  "
            + String.join("\n  ", conflicts)
            + "\nNothing was changed. Move your statements to a graph of your own, or take the"
            + " files of the release back, and start again.");
  }
}
