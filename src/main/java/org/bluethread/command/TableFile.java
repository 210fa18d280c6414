package org.bluethread.command;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A table of things of one class among the files of a command. It goes to the server as it is, so
 * that the server can name line and column of what is wrong.
 *
 * @param file the table
 * @param mediaType how its cells are separated
 * @param className the class its rows describe
 */
record TableFile(Path file, String mediaType, String className) {
  /**
   * The table, if the files are one.
   *
   * @param className the class; that of the file's name if none is given
   * @throws CommandException exit code 2 if there is a table besides other files, or a class is
   *     named without a table; 3 if there is no such file
   */
  static Optional<TableFile> in(List<Path> files, Optional<String> className) {
    Optional<Path> table = files.stream().filter(file -> type(file).isPresent()).findFirst();
    if (table.isEmpty()) {
      if (className.isPresent()) {
        throw new CommandException(
            ExitCode.USAGE, "--class is for tables (.csv, .tsv); there is none.");
      }
      return Optional.empty();
    }
    Path file = table.get();
    if (files.size() > 1) {
      throw new CommandException(
          ExitCode.USAGE,
          "Give the table " + file + " alone: other files need a command of theirs.");
    }
    if (!Files.isReadable(file)) {
      throw new CommandException(ExitCode.FAILED, "The file " + file + " cannot be opened.");
    }
    String name = file.getFileName().toString();
    return Optional.of(
        new TableFile(
            file,
            type(file).orElseThrow(),
            className.orElse(name.substring(0, name.lastIndexOf('.')))));
  }

  private static Optional<String> type(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv")) {
      return Optional.of("text/csv");
    }
    return name.endsWith(".tsv") ? Optional.of("text/tab-separated-values") : Optional.empty();
  }

  /** The class as a parameter of an address. */
  String parameter() {
    return "class=" + URLEncoder.encode(className, StandardCharsets.UTF_8);
  }
}
