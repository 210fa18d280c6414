package org.bluethread.support;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * The folder of public reference data and test suites, of which nothing stands in this project. It
 * is named with {@code -Dreference=FOLDER}; tests that need it have the tag {@code reference}.
 */
public final class Reference {
  private static final int BLOCK = 512;

  private Reference() {}

  /** A file of the folder. */
  public static Path file(String name) {
    String folder = Objects.requireNonNull(System.getProperty("reference"), "-Dreference=FOLDER");
    return Path.of(folder, name);
  }

  /**
   * The files in a {@code .tar.gz} of the folder, by their paths in it. Long names, links and the
   * like are not known.
   */
  public static Map<String, byte[]> archive(String name) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (InputStream tar =
        new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file(name))))) {
      byte[] header = tar.readNBytes(BLOCK);
      while (header.length == BLOCK && header[0] != 0) {
        int size = Integer.parseInt(text(header, 124, 12), 8);
        byte[] content = tar.readNBytes(size);
        tar.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        switch (header[156]) {
          case '0', 0 -> files.put(text(header, 0, 100), content);
          case '5' -> {} // A folder.
          default -> throw new IOException(name + ": cannot read " + text(header, 0, 100));
        }
        header = tar.readNBytes(BLOCK);
      }
    }
    return files;
  }

  /** A field of a header: text that ends before the first zero byte. */
  private static String text(byte[] header, int start, int length) {
    byte[] field = Arrays.copyOfRange(header, start, start + length);
    return new String(field, US_ASCII).replaceFirst("\0.*", "").strip();
  }
}
