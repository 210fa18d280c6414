package org.bluethread.command;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder with what a release ships: {@code ontology}, {@code shapes}, {@code data}, {@code
 * queries}.
 */
final class Home {
  private Home() {}

  /**
   * The folder that the launcher names, else the current one.
   *
   * @throws CommandException if it does not hold what a release ships
   */
  static Path find() {
    Path home = Path.of(System.getProperty("bluethread.home", ""));
    if (!Files.isDirectory(home.resolve("ontology"))) {
      throw new CommandException(
          ExitCode.FAILED,
          "There is no folder ontology in "
              + home.toAbsolutePath()
              + ". Start the program with ./bluethread from its own folder.");
    }
    return home;
  }
}
