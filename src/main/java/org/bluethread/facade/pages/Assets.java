package org.bluethread.facade.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bluethread.graph.Sha256;

/**
 * The files that pages need besides themselves: style sheet, scripts and signs. Each has an address
 * with a hash of its content, which stays good for ever. Immutable and safe for threads.
 */
public final class Assets {
  private static final Map<String, Asset> ALL =
      Stream.of(
              load("style.css", "text/css; charset=utf-8"),
              load("suggest.js", "text/javascript; charset=utf-8"),
              load("trace.js", "text/javascript; charset=utf-8"),
              load("logo.svg", "image/svg+xml"),
              load("favicon.svg", "image/svg+xml"))
          .collect(Collectors.toUnmodifiableMap(Asset::name, Function.identity()));

  private Assets() {}

  /** The files, by name. */
  public static Map<String, Asset> all() {
    return ALL;
  }

  /**
   * The address of a file, with the hash of its content.
   *
   * @throws IllegalArgumentException if there is no such file
   */
  public static String address(String name) {
    return Optional.ofNullable(ALL.get(name))
        .map(asset -> "/" + name + "?v=" + asset.hash())
        .orElseThrow(() -> new IllegalArgumentException("No file " + name));
  }

  private static Asset load(String name, String type) {
    try (InputStream in = Assets.class.getResourceAsStream(name)) {
      byte[] content = in.readAllBytes();
      return new Asset(name, type, Sha256.hex(content).substring(0, 16), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One file. */
  public static final class Asset {
    private final String name;
    private final String type;
    private final String hash;
    private final byte[] content;

    private Asset(String name, String type, String hash, byte[] content) {
      this.name = name;
      this.type = type;
      this.hash = hash;
      this.content = content;
    }

    /** Its name, without a folder. */
    public String name() {
      return name;
    }

    /** Its media type. */
    public String type() {
      return type;
    }

    /** A hash of its content. */
    public String hash() {
      return hash;
    }

    /** A copy of its content. */
    public byte[] content() {
      return Arrays.copyOf(content, content.length);
    }
  }
}
