package org.bluethread.trace.links;

import java.util.Arrays;

/** Links as rows of four numbers, in the order they came. Not safe for threads. */
final class LinkRows {
  private int[] subjects = new int[16];
  private short[] kinds = new short[16];
  private int[] objects = new int[16];
  private int[] graphs = new int[16];
  private int size;

  void add(int subject, short kind, int object, int graph) {
    if (size == subjects.length) {
      int more = size * 2;
      subjects = Arrays.copyOf(subjects, more);
      kinds = Arrays.copyOf(kinds, more);
      objects = Arrays.copyOf(objects, more);
      graphs = Arrays.copyOf(graphs, more);
    }
    subjects[size] = subject;
    kinds[size] = kind;
    objects[size] = object;
    graphs[size] = graph;
    size++;
  }

  /**
   * Gives the ends and graphs of all rows other numbers, and drops the rows of which one has none.
   *
   * @param numbers the new numbers by the old ones; {@link Links#NONE} for none
   */
  void renumber(int[] numbers) {
    int kept = 0;
    for (int row = 0; row < size; row++) {
      int subject = numbers[subjects[row]];
      int object = numbers[objects[row]];
      int graph = numbers[graphs[row]];
      if (subject != Links.NONE && object != Links.NONE && graph != Links.NONE) {
        subjects[kept] = subject;
        kinds[kept] = kinds[row];
        objects[kept] = object;
        graphs[kept] = graph;
        kept++;
      }
    }
    size = kept;
  }

  int size() {
    return size;
  }

  int subject(int row) {
    return subjects[row];
  }

  short kind(int row) {
    return kinds[row];
  }

  int object(int row) {
    return objects[row];
  }

  int graph(int row) {
    return graphs[row];
  }
}
