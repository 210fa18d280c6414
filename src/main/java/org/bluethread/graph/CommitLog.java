package org.bluethread.graph;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdfpatch.PatchHeader;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.rdfpatch.text.RDFChangesWriterText;
import org.bluethread.gate.Delta;

/**
 * The commit log: one RDF Patch a commit, in a file named by the commit's number, a thousand files
 * a folder. What a commit is about stands in the patch's header.
 *
 * <p>A commit is <em>prepared</em> (written and forced to disk under a name that does not count)
 * before the store commits and <em>confirmed</em> (renamed) afterwards. The store carries the
 * number of its last commit inside its own transaction, so {@link #reconcile} can tell after a
 * crash whether a prepared entry happened.
 *
 * <p>Reading is safe for threads; writing is for one thread at a time.
 *
 * @see <a href="https://jena.apache.org/documentation/rdf-patch/">RDF Patch</a>
 */
final class CommitLog {
  private static final String PREPARED = ".prepared";
  private static final int FILES_A_FOLDER = 1000;
  private static final boolean ON_WINDOWS = File.separatorChar == '\\';

  private final Path directory;

  private CommitLog(Path directory) {
    this.directory = directory;
  }

  /**
   * Opens or makes a log.
   *
   * @throws UncheckedIOException if the directory cannot be made
   */
  static CommitLog open(Path directory) {
    try {
      Files.createDirectories(directory);
      return new CommitLog(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Brings the log to the store's state after whatever happened to the process.
   *
   * @param storeId the store's identity
   * @param number the number of the last commit in the store; 0 for none
   * @throws StoreException if the log is not this store's, or lacks its last commit
   */
  void reconcile(String storeId, long number) {
    try {
      Path prepared = prepared(number);
      if (number > 0 && Files.exists(prepared) && storeId.equals(header(prepared, "store"))) {
        confirm(number);
      }
      Files.deleteIfExists(prepared(number + 1));
      boolean complete = number == 0 || Files.exists(file(number));
      if (!complete || Files.exists(file(number + 1))) {
        throw new StoreException(
            "The commit log in "
                + directory
                + " does not end at commit "
                + number
                + ", where the store stands. Bring back the log and the store from the same copy,"
                + " or export the graph and load it into a new data directory.");
      }
      if (number > 0 && !storeId.equals(header(file(number), "store"))) {
        throw new StoreException(
            "The commit log in " + directory + " belongs to another store than the one beside it.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes an entry that does not count yet, and forces it to disk. */
  void prepare(String storeId, Commit commit, Delta delta) {
    Path prepared = prepared(commit.number());
    try {
      Path folder = prepared.getParent();
      if (Files.notExists(folder)) {
        Files.createDirectory(folder);
        force(directory);
      }
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(prepared))) {
        write(out, storeId, commit, delta);
      }
      force(prepared);
      force(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets the prepared entry count. */
  void confirm(long number) {
    try {
      Path file = file(number);
      Files.move(prepared(number), file, StandardCopyOption.ATOMIC_MOVE);
      force(file.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Entries, newest first.
   *
   * @param newest the number to start at
   * @param most how many at the most
   */
  List<Commit> before(long newest, int most) {
    long oldest = Math.max(1, newest - most + 1);
    return LongStream.rangeClosed(oldest, newest)
        .map(number -> newest - (number - oldest))
        .mapToObj(this::read)
        .toList();
  }

  /** The change of a commit as RDF Patch; empty when there is no such commit. */
  Optional<Path> patch(long number) {
    return Optional.of(file(number)).filter(path -> number > 0 && Files.exists(path));
  }

  private static void write(OutputStream out, String storeId, Commit commit, Delta delta) {
    RDFChangesWriterText patch = RDFPatchOps.textWriter(out);
    patch.start();
    patch.header("id", NodeFactory.createURI(id(storeId, commit.number())));
    if (commit.number() > 1) {
      patch.header("prev", NodeFactory.createURI(id(storeId, commit.number() - 1)));
    }
    header(patch, "store", storeId);
    header(patch, "number", Long.toString(commit.number()));
    header(patch, "time", commit.time().toString());
    header(patch, "author", commit.author());
    header(patch, "door", commit.door());
    header(patch, "message", commit.message());
    header(patch, "verdict", commit.verdict());
    header(patch, "added", Long.toString(commit.added()));
    header(patch, "removed", Long.toString(commit.removed()));
    patch.txnBegin();
    delta
        .removed()
        .forEach(q -> patch.delete(q.getGraph(), q.getSubject(), q.getPredicate(), q.getObject()));
    delta
        .added()
        .forEach(q -> patch.add(q.getGraph(), q.getSubject(), q.getPredicate(), q.getObject()));
    patch.txnCommit();
    patch.finish();
  }

  private static void header(RDFChangesWriterText patch, String field, String value) {
    patch.header(field, NodeFactory.createLiteralString(value));
  }

  private static String id(String storeId, long number) {
    return "urn:bluethread:" + storeId + ":" + number;
  }

  private Commit read(long number) {
    PatchHeader header = header(number);
    return new Commit(
        number,
        Instant.parse(text(header, "time")),
        text(header, "author"),
        text(header, "door"),
        text(header, "message"),
        text(header, "verdict"),
        Long.parseLong(text(header, "added")),
        Long.parseLong(text(header, "removed")));
  }

  /** The store may stand at a commit whose entry is just being confirmed. */
  private PatchHeader header(long number) {
    Path prepared = prepared(number);
    try {
      return header(Files.exists(file(number)) ? file(number) : prepared);
    } catch (UncheckedIOException e) {
      if (Files.exists(prepared)) {
        throw e;
      }
      return header(file(number));
    }
  }

  private static PatchHeader header(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return RDFPatchOps.readHeader(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String header(Path file, String field) {
    return text(header(file), field);
  }

  private static String text(PatchHeader header, String field) {
    Node node = header.get(field);
    if (node == null) {
      throw new StoreException("An entry of the commit log has no header " + field + ".");
    }
    return node.getLiteralLexicalForm();
  }

  /** Forces a file to disk, or the names that stand in a folder. */
  private static void force(Path path) throws IOException {
    boolean isFolder = Files.isDirectory(path);
    if (isFolder && ON_WINDOWS) {
      return; // There a folder cannot be opened, and names need no forcing.
    }
    StandardOpenOption option = isFolder ? StandardOpenOption.READ : StandardOpenOption.WRITE;
    try (FileChannel channel = FileChannel.open(path, option)) {
      channel.force(true);
    }
  }

  private Path prepared(long number) {
    Path file = file(number);
    return file.resolveSibling(file.getFileName() + PREPARED);
  }

  private Path file(long number) {
    return directory
        .resolve(String.format("%06d", number / FILES_A_FOLDER))
        .resolve(String.format("%09d.rdfp", number));
  }
}
