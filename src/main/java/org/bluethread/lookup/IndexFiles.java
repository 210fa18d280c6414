package org.bluethread.lookup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;

/**
 * Opens an index directory and sees to it that what is in it can be read: an index that is broken,
 * half written or of another format is deleted, for it can be built again from the graph. Files
 * that are not Lucene's are left alone.
 */
final class IndexFiles {

  private static final String FORMAT = "format";

  private IndexFiles() {}

  /**
   * Opens the directory, made if it is missing.
   *
   * @throws org.apache.lucene.store.LockObtainFailedException when another program has it open; its
   *     files are left alone
   */
  static Directory open(Path path) throws IOException {
    Files.createDirectories(path);
    Directory directory = FSDirectory.open(path);
    try (Lock ours = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      if (!isSound(directory)) {
        ours.ensureValid();
        clear(directory);
      }
      return directory;
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /** The format, as commit data. */
  static Map<String, String> format() {
    return Map.of(FORMAT, Schema.FORMAT);
  }

  private static boolean isSound(Directory directory) {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        leaf.reader().checkIntegrity();
      }
      return Schema.FORMAT.equals(reader.getIndexCommit().getUserData().get(FORMAT));
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private static void clear(Directory directory) throws IOException {
    for (String file : directory.listAll()) {
      if (isLucene(file)) {
        directory.deleteFile(file);
      }
    }
  }

  private static boolean isLucene(String file) {
    return IndexFileNames.CODEC_FILE_PATTERN.matcher(file).matches()
        || file.startsWith(IndexFileNames.SEGMENTS)
        || file.startsWith(IndexFileNames.PENDING_SEGMENTS);
  }
}
