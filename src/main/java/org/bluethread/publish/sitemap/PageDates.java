package org.bluethread.publish.sitemap;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdfpatch.changes.RDFChangesBase;
import org.apache.jena.rdfpatch.text.RDFPatchReaderText;
import org.bluethread.graph.Commit;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Snapshot;
import org.bluethread.publish.Description;
import org.bluethread.publish.Ontology;
import org.bluethread.publish.ThingIndexer;
import org.bluethread.vocabulary.Addresses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which things of ours have a page worth finding, and when what the page shows last changed: the
 * time of the last commit that brought or took a statement about the thing, or pointing to it. A
 * thing has such a page when it has a name or a code; the ontology and the shapes have one. Of a
 * store elsewhere, which has no commits, the pages are known and their times are not.
 *
 * <p>Each commit is read from the commit log once, by the first who asks after it; writers wait for
 * nobody. What was read is kept in a file from time to time, so that after a start, however it
 * ended before, only the last commits are read again.
 *
 * <p>Safe for threads. Who asks while commits are read waits for that.
 */
public final class PageDates {
  private static final Logger LOG = LoggerFactory.getLogger(PageDates.class);

  /** How much may have to be read again: commits and changed statements, added up. */
  private static final long MOST_UNSAVED = 20_000;

  private static final List<Node> TERMS = List.of(Ontology.IRI, Addresses.SHAPES);

  private final KnowledgeGraph graph;
  private final Optional<Path> file;
  private Dates dates = new Dates();
  private boolean begun;
  private long unsaved;

  /**
   * @param graph whose commits are read
   * @param file where to keep what was read; empty if nothing is kept, as the graph is not
   */
  public PageDates(KnowledgeGraph graph, Optional<Path> file) {
    this.graph = graph;
    this.file = file;
  }

  /**
   * A page.
   *
   * @param iri the thing it is about
   * @param changed when it last changed, if that is known
   */
  public record Page(String iri, Optional<Instant> changed) {}

  /**
   * How many pages there are, in parts.
   *
   * @param commit the commit up to which was read
   * @param pages how many pages there are
   * @param latest when a page of each part last changed, if that is known
   * @param ontology when the ontology or the shapes, which class pages show, last changed
   */
  public record Overview(
      long commit, int pages, List<Optional<Instant>> latest, Optional<Instant> ontology) {
    /** Copies the list; nothing may be null. */
    public Overview {
      latest = List.copyOf(latest);
      Objects.requireNonNull(ontology, "ontology");
    }
  }

  /**
   * The pages in parts of a size. A page stays in its part; one that goes leaves its place to a new
   * one.
   */
  public synchronized Overview overview(Snapshot snapshot, int size) {
    follow(snapshot);
    return new Overview(dates.commit(), dates.size(), dates.latest(size), ontology());
  }

  private Optional<Instant> ontology() {
    return TERMS.stream()
        .map(Node::getURI)
        .flatMap(iri -> dates.of(iri).stream())
        .max(Comparator.naturalOrder());
  }

  /**
   * The pages of one part.
   *
   * @param number of the part, from 0 on
   */
  public synchronized List<Page> part(Snapshot snapshot, int number, int size) {
    follow(snapshot);
    return dates.part(number, size);
  }

  private void follow(Snapshot snapshot) {
    if (graph.isElsewhere()) {
      list(snapshot);
      return;
    }
    if (!begun) {
      begun = true;
      file.flatMap(kept -> DatesFile.read(kept, graph.storeId()))
          .filter(kept -> kept.commit() <= snapshot.commit())
          .ifPresent(kept -> dates = kept);
    }
    if (dates.commit() < snapshot.commit()) {
      try {
        read(snapshot);
      } catch (RuntimeException e) {
        dates = new Dates(); // What was read in part cannot be used.
        begun = false;
        throw e;
      }
    }
  }

  /** Nobody knows when something changed in a store elsewhere. */
  private void list(Snapshot snapshot) {
    if (dates.commit() != snapshot.commit()) {
      Dates next = new Dates();
      ThingIndexer.things(snapshot.union()).stream()
          .map(Node::getURI)
          .filter(iri -> iri.startsWith(Addresses.THINGS))
          .sorted()
          .forEach(iri -> next.put(iri, Dates.UNKNOWN));
      TERMS.stream()
          .filter(terms -> Description.isKnown(snapshot, terms))
          .forEach(terms -> next.put(terms.getURI(), Dates.UNKNOWN));
      next.standAt(snapshot.commit());
      dates = next;
    }
  }

  private void read(Snapshot snapshot) {
    for (long number = dates.commit() + 1; number <= snapshot.commit(); number++) {
      Optional<Path> patch = graph.history().patch(number);
      if (patch.isEmpty()) {
        break; // Its entry in the log is being confirmed this moment; the next who asks reads it.
      }
      Commit commit = graph.history().commit(number).orElseThrow();
      long time = commit.time().toEpochMilli();
      for (String iri : touched(patch.get())) {
        dates.touch(iri, time);
      }
      dates.standAt(number);
      unsaved += 1 + commit.added() + commit.removed();
    }
    dates.keep(iri -> hasPage(snapshot, NodeFactory.createURI(iri)));
    if (unsaved > MOST_UNSAVED) {
      file.ifPresent(this::save);
    }
  }

  private void save(Path path) {
    try {
      DatesFile.write(path, graph.storeId(), dates);
      unsaved = 0;
    } catch (UncheckedIOException e) {
      LOG.warn(
          "The dates of the pages cannot be kept; they will be read anew at the next start", e);
    }
  }

  private static boolean hasPage(Snapshot snapshot, Node thing) {
    return thing.getURI().startsWith(Addresses.THINGS)
        ? ThingIndexer.isThing(snapshot.union(), thing)
        : Description.isKnown(snapshot, thing);
  }

  /** What a commit may have changed the pages of. */
  private static Set<String> touched(Path patch) {
    Set<String> touched = new LinkedHashSet<>();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(patch))) {
      new RDFPatchReaderText(in)
          .apply(
              new RDFChangesBase() {
                @Override
                public void add(Node graph, Node subject, Node predicate, Node object) {
                  note(graph, subject, object);
                }

                @Override
                public void delete(Node graph, Node subject, Node predicate, Node object) {
                  note(graph, subject, object);
                }

                private void note(Node graph, Node subject, Node object) {
                  addPage(subject, touched);
                  addPage(object, touched);
                  if (Addresses.ONTOLOGY_GRAPH.equals(graph)) {
                    touched.add(Ontology.IRI.getURI());
                  } else if (Addresses.SHAPES_GRAPH.equals(graph)) {
                    touched.add(Addresses.SHAPES.getURI());
                  }
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return touched;
  }

  private static void addPage(Node node, Set<String> pages) {
    if (node.isURI() && node.getURI().startsWith(Addresses.THINGS)) {
      String iri = node.getURI();
      int fragment = iri.indexOf('#');
      pages.add(fragment < 0 ? iri : iri.substring(0, fragment));
    }
  }
}
