package org.bluethread.publish.feed;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where streams are kept: a folder for each, named by its identity, and a file that names the one
 * that counts. There is more than one only while one takes the place of another.
 *
 * <p>Reading is safe for threads; writing is for one thread at a time.
 */
final class FeedFolder {
  private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private final Path folder;

  FeedFolder(Path folder) {
    this.folder = folder;
  }

  private Path current() {
    return folder.resolve("current");
  }

  EditionFiles files(Edition edition) {
    return files(edition.id());
  }

  private EditionFiles files(String id) {
    return new EditionFiles(folder.resolve(id));
  }

  /** The stream that counts; empty if there is none, or it is damaged. */
  Optional<Edition> read() {
    try {
      String id = Files.readString(current(), US_ASCII).strip();
      return id.matches(ID)
          ? files(id).read().filter(edition -> edition.id().equals(id))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Lets a stream count that stands here. */
  void name(Edition edition) throws IOException {
    Path draft = folder.resolve("current.draft");
    Files.writeString(draft, edition.id() + "\n", US_ASCII);
    Files.move(
        draft, current(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Deletes all streams but one. */
  void deleteAllBut(Edition edition) {
    try (Stream<Path> streams = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
      for (Path stream : streams.toList()) {
        String name = stream.getFileName().toString();
        if (name.matches(ID) && !name.equals(edition.id())) {
          delete(stream);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path stream) throws IOException {
    try (Stream<Path> walk = Files.walk(stream)) {
      List<Path> files = walk.sorted(Comparator.reverseOrder()).toList();
      for (Path file : files) {
        Files.delete(file);
      }
    }
  }
}
