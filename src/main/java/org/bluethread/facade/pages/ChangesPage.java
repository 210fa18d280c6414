package org.bluethread.facade.pages;

import java.util.List;
import java.util.Optional;
import org.bluethread.graph.Commit;

/**
 * The commit log, newest first.
 *
 * @param commits the entries
 * @param older the address of those before them
 */
public record ChangesPage(List<CommitLine> commits, Optional<String> older) {
  /** Copies the list. */
  public ChangesPage {
    commits = List.copyOf(commits);
  }

  /** The page in a language. */
  public static ChangesPage of(List<Commit> commits, Optional<String> older, String language) {
    return new ChangesPage(
        commits.stream().map(commit -> CommitLine.of(commit, language)).toList(), older);
  }
}
