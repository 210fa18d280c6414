package org.bluethread.support;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program that is no part of this project and that tests call, such as curl. Where it is missing,
 * the tests that need it are skipped, and the log says why. Immutable.
 */
public record Tool(String name, List<String> first) {
  /** How long a run may take on a busy machine. */
  private static final int PATIENCE_IN_SECONDS = 120;

  private static final int OLDEST_NODE = 20;

  /** The folder of the scripts that tools run, and of what npm installs for them. */
  private static final Path SCRIPTS = Path.of("src/test/clients").toAbsolutePath();

  /** The tool, or an end of the test if it is not in {@code PATH}. */
  public static Tool needed(String name) {
    return firstOf(name);
  }

  /** A Chromium without windows, which needs a third of the time for a page; else one with. */
  static Tool chromium() {
    return firstOf("chromium-headless-shell", "chromium");
  }

  private static Tool firstOf(String... names) {
    Optional<String> installed = Stream.of(names).filter(Tool::isInstalled).findFirst();
    if (installed.isEmpty()) {
      skip("there is no " + String.join(" or ", names) + " in PATH. Install it.");
    }
    return new Tool(installed.orElseThrow(), List.of());
  }

  /** Comunica under Node, or an end of the test if either is not installed. */
  public static Tool comunica() {
    Tool node = node();
    npmPackage("@comunica/query-sparql");
    return node.running("comunica.mjs");
  }

  /** Node, in a version that what is installed needs, or an end of the test. */
  static Tool node() {
    Tool node = needed("node");
    String version = node.run("--version").out().strip();
    if (Integer.parseInt(version.replaceAll("v(\\d+)\\..*", "$1")) < OLDEST_NODE) {
      skip("node is " + version + ". Version " + OLDEST_NODE + " or newer is needed.");
    }
    return node;
  }

  /** The folder of a package that npm installed, or an end of the test. */
  static Path npmPackage(String name) {
    Path folder = SCRIPTS.resolve("node_modules").resolve(name);
    if (!Files.isDirectory(folder)) {
      skip(name + " is not installed. Run: npm ci --prefix src/test/clients");
    }
    return folder;
  }

  /** Python that sends what SPARQLWrapper sends, or an end of the test without Python. */
  public static Tool sparqlWrapper() {
    return needed("python3").running("sparqlwrapper.py");
  }

  private Tool running(String script) {
    return new Tool(name, List.of(SCRIPTS.resolve(script).toString()));
  }

  private static boolean isInstalled(String name) {
    return find(name).isPresent();
  }

  private static Optional<Path> find(String name) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Where the program is. */
  Path path() {
    return find(name).orElseThrow();
  }

  /** Surefire counts what is skipped, but gives the reason in its files alone. */
  private static void skip(String reason) {
    System.out.println("Skipped: " + reason);
    abort(reason);
  }

  /** Runs the tool without input. */
  public Program.Run run(String... arguments) {
    return runOn("", arguments);
  }

  /** Runs the tool on an input, to its end. */
  public Program.Run runOn(String input, String... arguments) {
    List<String> command = new ArrayList<>(List.of(name));
    command.addAll(first);
    command.addAll(List.of(arguments));
    // Files, as a pipe that nobody reads would fill.
    Path in = file();
    Path out = file();
    Path err = file();
    try {
      Files.writeString(in, input);
      Process process =
          new ProcessBuilder(command)
              .redirectInput(in.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      if (!process.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
        throw new AssertionError(command + " did not end.\n" + Files.readString(err));
      }
      return new Program.Run(process.exitValue(), Files.readString(out), Files.readString(err));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    } finally {
      Stream.of(in, out, err).map(Path::toFile).forEach(File::delete);
    }
  }

  private static Path file() {
    try {
      return Files.createTempFile("tool", null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
