package org.bluethread.lookup;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.Directory;

/**
 * Writes changes to a directory as a whole or not at all. After a failure Lucene's writer is gone;
 * a new one takes up the last commit with the next change. For one thread at a time.
 */
final class CommitWriter implements AutoCloseable {

  private static final double BUFFER_MB = 64;

  private final Directory directory;
  private final Analyzer analyzer;
  private final Similarity similarity;
  private Optional<IndexWriter> current = Optional.empty();

  CommitWriter(Directory directory, Analyzer analyzer, Similarity similarity) {
    this.directory = directory;
    this.analyzer = analyzer;
    this.similarity = similarity;
  }

  /** What to write before the commit. */
  @FunctionalInterface
  interface Change {
    void writeTo(IndexWriter writer) throws IOException;
  }

  /** Makes the change and commits it with the data, which replaces that of the last commit. */
  void commit(Map<String, String> data, Change change) throws IOException {
    try {
      IndexWriter writer = open();
      change.writeTo(writer);
      writer.setLiveCommitData(data.entrySet());
      writer.commit();
    } catch (IOException | RuntimeException | Error e) {
      try {
        close();
      } catch (IOException | RuntimeException closing) {
        e.addSuppressed(closing);
      }
      throw e;
    }
  }

  private IndexWriter open() throws IOException {
    if (current.isEmpty() || !current.get().isOpen()) {
      IndexWriterConfig config =
          new IndexWriterConfig(analyzer)
              .setSimilarity(similarity)
              .setRAMBufferSizeMB(BUFFER_MB)
              .setOpenMode(IndexWriterConfig.OpenMode.CREATE_OR_APPEND);
      current = Optional.of(new IndexWriter(directory, config));
    }
    return current.get();
  }

  /** Lets go of the directory; what is not committed is gone. */
  @Override
  public void close() throws IOException {
    if (current.isPresent()) {
      IndexWriter writer = current.get();
      current = Optional.empty();
      writer.rollback();
    }
  }
}
