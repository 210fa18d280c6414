package org.bluethread.command;

import java.util.Optional;

/** The version of the program, as its archive tells. */
public final class Version {
  private Version() {}

  /** The version, or {@code development} when the program does not run from its archive. */
  public static String current() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
