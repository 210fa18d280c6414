package org.bluethread.lookup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/**
 * An index of things by their words, codes and slugs, standing at a known commit.
 *
 * <p><b>Atomic.</b> {@link #rebuild} and {@link #apply} change the things and the standing in one
 * Lucene commit, or, when they fail, nothing. Searches see committed things only, and each answer
 * is from one commit. On disk, a commit is durable when the call returns.
 *
 * <p><b>Derived.</b> Everything here can be built again, so what cannot be trusted is thrown away
 * rather than repaired: an index found broken, half written or of another format when it is opened
 * starts anew, and its {@link #standing} is empty. To be sure, opening reads every file once.
 *
 * <p><b>Threads.</b> Safe for use by many. Searching never waits for writing; writers wait for one
 * another.
 *
 * <p><b>Errors.</b> {@link UncheckedIOException} when the disk fails, {@link IllegalStateException}
 * after {@link #close}; what a stream of entries throws comes through as it is.
 */
public final class ThingIndex implements AutoCloseable {

  /** The most IRIs {@link #resolve} gives. */
  public static final int MAX_RESOLVED = 100;

  private final Directory directory;
  private final LabelAnalysis analysis = new LabelAnalysis();
  private final Analyzer analyzer = analysis.forIndex();
  private final EntryDocument documents = new EntryDocument(analysis);
  private final CommitWriter writer;
  private final SearcherManager searchers;
  private final ReentrantLock writing = new ReentrantLock();

  private ThingIndex(Directory directory) throws IOException {
    Similarity similarity = new ShortLabelSimilarity();
    this.directory = directory;
    writer = new CommitWriter(directory, analyzer, similarity);
    if (!DirectoryReader.indexExists(directory)) {
      writer.commit(IndexFiles.format(), nothing -> {});
    }
    searchers =
        new SearcherManager(
            directory,
            new SearcherFactory() {
              @Override
              public IndexSearcher newSearcher(IndexReader reader, IndexReader previous) {
                IndexSearcher searcher = new IndexSearcher(reader);
                searcher.setSimilarity(similarity);
                return searcher;
              }
            });
  }

  /**
   * Opens the index in a directory, which is made if it is missing. Broken or outdated index files
   * in it are deleted; other files are left alone.
   *
   * @throws UncheckedIOException when the directory cannot be used, or another program has the
   *     index open
   */
  public static ThingIndex open(Path directory) {
    try {
      return over(IndexFiles.open(directory));
    } catch (IOException e) {
      throw new UncheckedIOException("The look-up index in " + directory + " cannot be opened", e);
    }
  }

  /** Makes an empty index that lives in memory and is gone when it is closed. */
  public static ThingIndex inMemory() {
    try {
      return over(new ByteBuffersDirectory());
    } catch (IOException e) {
      throw new UncheckedIOException("A look-up index in memory cannot be made", e);
    }
  }

  private static ThingIndex over(Directory directory) throws IOException {
    try {
      return new ThingIndex(directory);
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /** The commit that searches are answered from now; empty when the index was never fed. */
  public Optional<Standing> standing() {
    return ask(Search::standing);
  }

  /**
   * Replaces everything. The stream is read once, never held whole, and closed; until its end
   * searches see the old things.
   *
   * @param storeId which store the things are from
   * @param commit the commit of that store they are as of
   * @param entries every thing there is
   */
  public void rebuild(String storeId, long commit, Stream<Entry> entries) {
    write(
        new Standing(storeId, commit),
        to -> {
          to.deleteAll();
          put(entries, to);
        },
        entries);
  }

  /**
   * Brings the index from where it stands to a later commit. The streams are read once, never held
   * whole, and closed.
   *
   * @param storeId the store the index stands at
   * @param commit the commit to stand at, later than the present one
   * @param changed every thing that is new or different since the present standing; it replaces
   *     what the index has of the thing
   * @param removedIris the things that are gone; one that is also changed stays
   * @throws IllegalStateException when the index was never fed, is of another store, or stands at
   *     this commit or a later one: {@link #rebuild} it, for these changes do not make it complete
   */
  public void apply(
      String storeId, long commit, Stream<Entry> changed, Stream<String> removedIris) {
    Standing next = new Standing(storeId, commit);
    write(
        next,
        to -> {
          requireFollows(next);
          for (Iterator<String> iris = removedIris.iterator(); iris.hasNext(); ) {
            to.deleteDocuments(identity(iris.next()));
          }
          put(changed, to);
        },
        changed,
        removedIris);
  }

  /** The things that match, best first; the text that has no term matches nothing. */
  public Hits search(Query query) {
    return ask(search -> search.hits(query));
  }

  /**
   * The same among things of several classes.
   *
   * @param query asks for no type of its own
   * @param types class IRIs, of which a thing must have one; empty for any thing
   * @throws IllegalArgumentException when the query asks for a type, too
   */
  public Hits search(Query query, Set<String> types) {
    if (query.type().isPresent()) {
      throw new IllegalArgumentException("The query asks for the type " + query.type().get());
    }
    return ask(search -> search.hits(query, types));
  }

  /**
   * The things a name means: a code in any of its {@link CodeSpelling spellings}, a slug, or an
   * IRI. Of several ways to be meant the surest alone counts: IRI, code, code with its owner, slug.
   *
   * @param name any text
   * @param types class IRIs, of which a thing must have one; empty for any thing
   * @return their IRIs, sorted, {@value #MAX_RESOLVED} at most; more than one when the name does
   *     not decide, none when nothing is called so
   */
  public List<String> resolve(String name, Set<String> types) {
    return ask(search -> search.resolve(name, types));
  }

  /**
   * The things that are called so: as {@link #resolve} says, and of what it does not find, those
   * with a label that is the name as a whole, preferred ones before others.
   *
   * @param name any text
   * @param types class IRIs, of which a thing must have one; empty for any thing
   * @return their IRIs, sorted, {@value #MAX_RESOLVED} at most
   */
  public List<String> called(String name, Set<String> types) {
    return ask(search -> search.called(name, types));
  }

  /**
   * What a name means: an IRI, a code in any of its spellings, a slug, a label, or words of one. Of
   * several ways to be meant the surest alone counts, in this order.
   *
   * @param name any text
   * @param language the language of the names given back, and of the matches that come first
   */
  public Meaning meaning(String name, String language) {
    return ask(search -> search.meaning(name, language));
  }

  private interface Question<T> {
    T ask(Search search) throws IOException;
  }

  private <T> T ask(Question<T> question) {
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        return question.ask(new Search(searcher, analysis));
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The look-up index cannot be read", e);
    }
  }

  private void write(Standing next, CommitWriter.Change change, Stream<?>... used) {
    Map<String, String> data = new HashMap<>(IndexFiles.format());
    data.putAll(next.asCommitData());
    writing.lock();
    try {
      writer.commit(data, change);
      searchers.maybeRefreshBlocking();
    } catch (IOException e) {
      throw new UncheckedIOException("The look-up index cannot be written", e);
    } finally {
      writing.unlock();
      for (Stream<?> stream : used) {
        stream.close();
      }
    }
  }

  private void requireFollows(Standing next) {
    Optional<Standing> present = standing();
    if (present.isEmpty()
        || !present.get().storeId().equals(next.storeId())
        || present.get().commit() >= next.commit()) {
      throw new IllegalStateException(
          "The look-up index stands at "
              + present.map(Standing::toString).orElse("nothing")
              + " and cannot be brought to "
              + next
              + " by changes; rebuild it");
    }
  }

  private void put(Stream<Entry> entries, IndexWriter to) throws IOException {
    for (Iterator<Entry> all = entries.iterator(); all.hasNext(); ) {
      Entry entry = all.next();
      to.updateDocument(identity(entry.iri()), documents.of(entry));
    }
  }

  private static Term identity(String iri) {
    return new Term(Schema.IRI, Schema.term(iri));
  }

  /** Closes the index; what was committed stays. Closing twice does nothing more. */
  @Override
  public void close() {
    writing.lock();
    try (directory;
        analysis;
        analyzer;
        writer;
        searchers) {
      // resources close in reverse order
    } catch (IOException e) {
      throw new UncheckedIOException("The look-up index cannot be closed", e);
    } finally {
      writing.unlock();
    }
  }
}
