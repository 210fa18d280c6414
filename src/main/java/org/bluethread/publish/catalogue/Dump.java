package org.bluethread.publish.catalogue;

import java.nio.file.Path;

/**
 * A file with all statements of a release. It never changes.
 *
 * @param name the name of the file
 * @param release the release
 * @param mediaType the media type of what is in it, under the compression
 * @param file where it is
 * @param bytes how large it is
 * @param sha256 its SHA-256, as hexadecimal digits
 */
public record Dump(
    String name, Release release, String mediaType, Path file, long bytes, String sha256) {
  /** The media type of the compression. */
  public static final String COMPRESSION = "application/gzip";

  /**
   * Which release a file is of.
   *
   * @param version the version of the program that shipped it
   * @param fingerprint the beginning of the fingerprint of its files
   */
  public record Release(String version, String fingerprint) {
    /** The release as a part of a name. */
    public String key() {
      return version + "-" + fingerprint;
    }
  }
}
