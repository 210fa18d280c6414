package org.bluethread.publish.catalogue;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A form in which a dataset can be had.
 *
 * @param iri what it is called in the catalogue
 * @param titles what it is, by language
 * @param accessUrl where to get it
 * @param mediaType its media type, that of the content if it is compressed
 * @param file the file there; empty if what is there changes with the graph
 * @see <a href="https://www.w3.org/TR/vocab-dcat-3/#Class:Distribution">DCAT 3, 6.8</a>
 */
public record Distribution(
    String iri,
    Map<String, String> titles,
    String accessUrl,
    String mediaType,
    Optional<File> file) {
  /** Copies the map; nothing may be null. */
  public Distribution {
    titles = Map.copyOf(titles);
    Objects.requireNonNull(file, "file");
  }

  /**
   * A file that stays as it is.
   *
   * @param compression the media type of its compression
   * @param bytes how large it is
   * @param sha256 its SHA-256, as hexadecimal digits
   */
  public record File(String compression, long bytes, String sha256) {}
}
