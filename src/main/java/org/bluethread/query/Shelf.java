package org.bluethread.query;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The named queries.
 *
 * @param queries all of them, sorted by name
 */
public record Shelf(List<NamedQuery> queries) {
  /** What the names of query files end with. */
  public static final String SUFFIX = ".rq";

  /** Copies and sorts the list. */
  public Shelf {
    queries = queries.stream().sorted(Comparator.comparing(NamedQuery::name)).toList();
  }

  /**
   * Reads and checks all files {@code *.rq} of a folder, folders in it aside.
   *
   * @throws ShelfException if the folder or one of the files cannot be read or is wrong
   */
  public static Shelf load(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return new Shelf(
          files
              .filter(Files::isRegularFile)
              .filter(file -> file.toString().endsWith(SUFFIX))
              .sorted()
              .map(Shelf::read)
              .toList());
    } catch (IOException e) {
      throw new ShelfException(directory.toString(), "The folder cannot be read: " + e, e);
    }
  }

  private static NamedQuery read(Path file) {
    try {
      return QueryFile.read(
          file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
    } catch (CharacterCodingException e) {
      throw new ShelfException(file.toString(), "It is not written in UTF-8.", e);
    } catch (IOException e) {
      throw new ShelfException(file.toString(), "It cannot be read: " + e.getMessage(), e);
    }
  }

  /** The query of a name. */
  public Optional<NamedQuery> find(String name) {
    return queries.stream().filter(query -> query.name().equals(name)).findFirst();
  }
}
