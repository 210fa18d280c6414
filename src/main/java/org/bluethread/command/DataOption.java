package org.bluethread.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that says where the data is. */
public final class DataOption {
  @Option(
      names = "--data",
      defaultValue = "./var",
      description = "The data directory. Default: ${DEFAULT-VALUE}.")
  private Path path;

  Path path() {
    return path;
  }
}
