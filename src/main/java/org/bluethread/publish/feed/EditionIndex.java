package org.bluethread.publish.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the index of a stream, line by line: {@code feed}, then for each commit {@code page} for
 * every page that was new or had grown, and {@code at}.
 *
 * <p>For one reading of one thread.
 */
final class EditionIndex {
  static final String FORMAT = "1";
  static final String OPEN = "open";
  static final String CLOSED = "closed";

  private final List<String[]> pages = new ArrayList<>();
  private final List<Leaf> leaves = new ArrayList<>();
  private String id = "";
  private String storeId = "";
  private long firstBytes;
  private long read;
  private boolean hasFirst;

  private EditionIndex() {}

  /**
   * What an index says.
   *
   * @param text in ASCII; behind its last line {@code at} nothing counts
   * @return empty if it says nothing that counts
   * @throws IllegalArgumentException or another {@link RuntimeException} if it is no index
   */
  static Optional<Edition> read(String text) {
    String whole = text.substring(0, text.lastIndexOf('\n') + 1);
    int last = whole.lastIndexOf("\nat ");
    if (last < 0) {
      return Optional.empty();
    }
    EditionIndex index = new EditionIndex();
    List<String> lines = whole.substring(0, whole.indexOf('\n', last + 1)).lines().toList();
    lines.forEach(index::line);
    return Optional.of(index.edition(lines.get(lines.size() - 1).split(" ", -1)));
  }

  /** The lines that an index gets when pages count. */
  static String lines(Edition before, Edition after, List<Leaf> pages) {
    StringBuilder lines = new StringBuilder();
    if (before.isNew()) {
      lines.append("feed %s %s %s\n".formatted(FORMAT, after.id(), after.storeId()));
    }
    for (Leaf page : pages) {
      String state = page.isClosed() ? CLOSED : OPEN;
      lines.append(
          "page %d %d %d %d %s\n"
              .formatted(page.number(), page.bytes(), page.members(), page.quads(), state));
    }
    return lines
        .append(
            "at %d %s %s %d\n"
                .formatted(after.commit(), after.committed(), after.time(), after.position()))
        .toString();
  }

  private void line(String line) {
    read += line.length() + 1;
    String[] words = line.split(" ", -1);
    if (words[0].equals("feed") && words.length == 4 && words[1].equals(FORMAT)) {
      id = words[2];
      storeId = words[3];
    } else if (words[0].equals("page") && words.length == 6) {
      pages.add(words);
    } else if (words[0].equals("at") && words.length == 5 && !id.isEmpty()) {
      at(words);
    } else {
      throw new IllegalArgumentException("Not a line of an index: " + line);
    }
  }

  private void at(String[] words) {
    long commit = Long.parseLong(words[1]);
    Instant time = Instant.parse(words[3]);
    pages.forEach(page -> add(page, commit, time));
    pages.clear();
    if (!hasFirst) {
      firstBytes = leaves.stream().mapToLong(Leaf::bytes).sum();
      hasFirst = true;
    }
  }

  /** What the index says at the end, which is a line {@code at}. */
  private Edition edition(String[] at) {
    return new Edition(
        id,
        storeId,
        Long.parseLong(at[1]),
        Instant.parse(at[2]),
        Instant.parse(at[3]),
        Long.parseLong(at[4]),
        leaves,
        firstBytes,
        read);
  }

  private void add(String[] page, long commit, Instant time) {
    int number = Integer.parseInt(page[1]);
    boolean grows = number == leaves.size() - 1;
    if (!grows && number != leaves.size()) {
      throw new IllegalArgumentException("Not the next page: " + number);
    }
    Instant first = grows ? leaves.remove(number).first() : time;
    leaves.add(
        new Leaf(
            number,
            Long.parseLong(page[2]),
            Integer.parseInt(page[3]),
            Long.parseLong(page[4]),
            page[5].equals(CLOSED),
            first,
            time,
            commit));
  }
}
