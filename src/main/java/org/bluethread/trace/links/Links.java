package org.bluethread.trace.links;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * All links of one commit. Immutable and safe for threads; a later commit shares what it did not
 * change.
 *
 * <p>Things are numbers here, valid for this and all later states of the same graph. Every number
 * from 0 to {@link #size()} stands for an IRI, though not every one has links.
 */
public final class Links {
  /** What {@link #thing} says of an IRI that has no number. */
  public static final int NONE = IriTable.NONE;

  private final long commit;
  private final Kinds kinds;
  private final IriTable table;
  private final IriTable.Iris iris;
  private final Page[] pages;
  private final BitSet hubs;
  private final long count;

  private Links(long commit, Kinds kinds, IriTable table, Page[] pages, BitSet hubs, long count) {
    this.commit = commit;
    this.kinds = kinds;
    this.table = table;
    this.iris = table.iris();
    this.pages = pages;
    this.hubs = hubs;
    this.count = count;
  }

  /** The commit. */
  public long commit() {
    return commit;
  }

  /** The kinds of links. */
  public Kinds kinds() {
    return kinds;
  }

  /** How many links there are; one that is stated in two graphs counts twice. */
  public long count() {
    return count;
  }

  /** How many numbers are given. */
  public int size() {
    return iris.size();
  }

  /** The number of an IRI, or {@link #NONE} if no link ever named it. */
  public int thing(String iri) {
    int number = table.find(iri);
    return number < size() ? number : NONE;
  }

  /** The IRI of a number. */
  public String iri(int thing) {
    return iris.iri(thing);
  }

  /** Whether so many things lead to or from this one that a path through it says little. */
  public boolean isHub(int thing) {
    return hubs.get(thing);
  }

  /** Whether a link leads from or to an IRI. */
  public boolean isLinked(String iri) {
    int thing = thing(iri);
    return thing != NONE && degree(thing) > 0;
  }

  /** How many links lead from and to a thing. */
  int degree(int thing) {
    Page page = page(thing);
    return page.outEnd(thing) - page.outStart(thing) + page.inEnd(thing) - page.inStart(thing);
  }

  Page page(int thing) {
    return pages[thing >>> Page.BITS];
  }

  /**
   * The links from one thing straight to another.
   *
   * @return for each kind, the IRIs of the graphs that state it, sorted; of mappings, those of the
   *     mappings
   */
  public Map<Short, List<String>> between(int subject, int object) {
    Map<Short, List<String>> found = new TreeMap<>();
    Page page = page(subject);
    for (int at = page.outStart(subject); at < page.outEnd(subject); at++) {
      if (page.outNode(at) == object) {
        found
            .computeIfAbsent(page.outKind(at), kind -> new ArrayList<>())
            .add(iri(page.outGraph(at)));
      }
    }
    found.values().forEach(graphs -> graphs.sort(null));
    return found;
  }

  /**
   * What one stated link leads to from a thing, or what leads to it.
   *
   * @param downstream whether to look where links lead; else where they come from
   * @return IRIs, each once: first those with the strongest link, then by IRI
   */
  public List<String> around(int thing, boolean downstream) {
    Map<String, Integer> found = new HashMap<>();
    weightsAround(thing, downstream).forEach((other, weight) -> found.put(iri(other), weight));
    return found.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** How many things {@link #around} gives. */
  public int countAround(int thing, boolean downstream) {
    return weightsAround(thing, downstream).size();
  }

  private Map<Integer, Integer> weightsAround(int thing, boolean downstream) {
    Map<Integer, Integer> found = new HashMap<>();
    Page page = page(thing);
    int end = downstream ? page.outEnd(thing) : page.inEnd(thing);
    for (int at = downstream ? page.outStart(thing) : page.inStart(thing); at < end; at++) {
      short kind = downstream ? page.outKind(at) : page.inKind(at);
      if (kind != Kinds.MAPPING) {
        int other = downstream ? page.outNode(at) : page.inNode(at);
        found.merge(other, kinds.weight(kind), Math::min);
      }
    }
    return found;
  }

  /**
   * The state after a commit.
   *
   * @param change its changes; a link it removes must be here
   * @throws IllegalStateException if a link it removes is not here, or if it is not the next commit
   */
  public Links with(LinkChange change) {
    if (change.commit() != commit + 1) {
      throw new IllegalStateException(
          "Links of commit " + commit + " cannot go on with commit " + change.commit());
    }
    PageChanges changed = new PageChanges(this);
    change.removed().forEach(link -> changed.remove(row(link)));
    change.added().forEach(link -> changed.add(row(link)));
    BitSet nextHubs = hubs;
    if (!change.hubs().isEmpty()) {
      nextHubs = (BitSet) hubs.clone();
      for (Map.Entry<String, Boolean> hub : change.hubs().entrySet()) {
        nextHubs.set(table.add(hub.getKey()), hub.getValue());
      }
    }
    long nextCount = count + change.added().size() - change.removed().size();
    Page[] nextPages = changed.pages(table.iris().size());
    return new Links(change.commit(), kinds, table, nextPages, nextHubs, nextCount);
  }

  Page[] pages() {
    return pages;
  }

  private Row row(Link link) {
    return new Row(
        table.add(link.subject()), link.kind(), table.add(link.object()), table.add(link.graph()));
  }

  /**
   * A link in numbers.
   *
   * @param subject the thing it leads from
   * @param kind its kind
   * @param object the thing it leads to
   * @param graph where it is stated
   */
  record Row(int subject, short kind, int object, int graph) {}

  /** Puts the links of a whole graph together. Not safe for threads. */
  public static final class Builder {
    private final Kinds kinds;
    private final IriTable table = new IriTable();
    private final LinkRows rows = new LinkRows();

    /** Starts without any link. */
    public Builder(Kinds kinds) {
      this.kinds = kinds;
    }

    /** Adds a link; the same one is not to be added twice. */
    public void add(Link link) {
      add(number(link.subject()), link.kind(), number(link.object()), number(link.graph()));
    }

    /** The number of an IRI, for {@link #add(int, short, int, int)}. */
    public int number(String iri) {
      return table.add(iri);
    }

    /** Adds a link whose ends and graph have numbers already. */
    public void add(int subject, short kind, int object, int graph) {
      rows.add(subject, kind, object, graph);
    }

    /**
     * Gives the ends and graphs of all links added until now the numbers they have here, and drops
     * the links of which one has none.
     *
     * @param numbers the numbers they have here, by those they were added with; {@link #NONE} for
     *     none
     */
    public void renumber(int[] numbers) {
      rows.renumber(numbers);
    }

    /**
     * The links.
     *
     * @param commit the commit they are of
     * @param hubs the IRIs of the things that are hubs
     */
    public Links build(long commit, Set<String> hubs) {
      BitSet hubNumbers = new BitSet();
      hubs.forEach(hub -> hubNumbers.set(table.add(hub)));
      Page[] pages = pages(table.iris().size());
      return new Links(commit, kinds, table, pages, hubNumbers, rows.size());
    }

    private Page[] pages(int things) {
      Page.Filler[] fillers = new Page.Filler[(things + Page.MASK) >>> Page.BITS];
      for (int i = 0; i < fillers.length; i++) {
        fillers[i] = new Page.Filler();
      }
      for (int row = 0; row < rows.size(); row++) {
        fillers[rows.subject(row) >>> Page.BITS].countOut(rows.subject(row));
        fillers[rows.object(row) >>> Page.BITS].countIn(rows.object(row));
      }
      for (Page.Filler filler : fillers) {
        filler.open();
      }
      for (int row = 0; row < rows.size(); row++) {
        int subject = rows.subject(row);
        int object = rows.object(row);
        fillers[subject >>> Page.BITS].addOut(subject, rows.kind(row), object, rows.graph(row));
        fillers[object >>> Page.BITS].addIn(object, rows.kind(row), subject);
      }
      Page[] pages = new Page[fillers.length];
      for (int i = 0; i < pages.length; i++) {
        pages[i] = fillers[i].page();
        fillers[i] = null;
      }
      return pages;
    }
  }
}
