package org.bluethread.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bluethread.graph.Sha256;

/** The version of the program, as its archive tells. */
public final class Version {
  private static final String UNPACKED = "development";

  private Version() {}

  /** The version, or {@code development} when the program does not run from its archive. */
  public static String current() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse(UNPACKED);
  }

  /**
   * What tells this build from every other: the version and a part of the archive's hash. Answers
   * carry it in their entity tags, because another build may word them otherwise.
   *
   * @throws UncheckedIOException if the archive cannot be read
   */
  public static String build() {
    try {
      Path archive =
          Path.of(Version.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Files.isRegularFile(archive)
          ? current() + "-" + Sha256.hex(Files.readAllBytes(archive)).substring(0, 12)
          : UNPACKED;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The program runs from an address that is no file", e);
    }
  }
}
