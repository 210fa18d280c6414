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
