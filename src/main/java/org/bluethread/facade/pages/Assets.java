package org.bluethread.facade.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bluethread.graph.Sha256;

/**
 * The files that pages need besides themselves: style sheet, scripts and signs. Each has an address
 * with its version, which stays good for ever. Immutable and safe for threads.
 */
public final class Assets {
  private static final String STYLE = "text/css; charset=utf-8";
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final String YASGUI = "4.5.0";
  private static final String YASGUI_FOLDER =
      "/META-INF/resources/webjars/zazuko__yasgui/" + YASGUI + "/build/";

  private static final Map<String, Asset> ALL =
      Stream.of(
              load("style.css", STYLE),
              load("suggest.js", SCRIPT),
              load("editor.js", SCRIPT),
              load("editor.css", STYLE),
              yasgui("yasgui.min.js", SCRIPT),
              yasgui("yasgui.min.css", STYLE),
              load("trace.js", SCRIPT),
              load("submit.js", SCRIPT),
              load("logo.svg", "image/svg+xml"),
              load("favicon.svg", "image/svg+xml"))
          .collect(Collectors.toUnmodifiableMap(Asset::name, Function.identity()));

  private Assets() {}

  /** The files, by name. */
  public static Map<String, Asset> all() {
    return ALL;
  }

  /**
   * The address of a file, with its version.
   *
   * @throws IllegalArgumentException if there is no such file
   */
  public static String address(String name) {
    return Optional.ofNullable(ALL.get(name))
        .map(asset -> "/" + name + "?v=" + asset.version())
        .orElseThrow(() -> new IllegalArgumentException("No file " + name));
  }

  private static Asset load(String name, String type) {
    byte[] content = read(name);
    return new Asset(name, type, Sha256.hex(content).substring(0, 16), () -> content);
  }

  /** The editor is large and rarely asked for, so it is read when it is. */
  private static Asset yasgui(String name, String type) {
    return new Asset(name, type, YASGUI, () -> read(YASGUI_FOLDER + name));
  }

  private static byte[] read(String resource) {
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One file. */
  public static final class Asset {
    private final String name;
    private final String type;
    private final String version;
    private final Supplier<byte[]> content;

    private Asset(String name, String type, String version, Supplier<byte[]> content) {
      this.name = name;
      this.type = type;
      this.version = version;
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

    /** What changes with its content: a hash of it, or the version of the library it is from. */
    public String version() {
      return version;
    }

    /** A copy of its content. */
    public byte[] content() {
      return content.get().clone();
    }
  }
}
