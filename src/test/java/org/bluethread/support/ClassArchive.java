package org.bluethread.support;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bluethread.BlueThread;

/**
 * The program as a jar, with an archive of the classes that a start loads: a process of a test
 * starts in little more than half the time. The JVM takes no archive over folders of classes.
 *
 * @see <a href="https://openjdk.org/jeps/350">JEP 350: Dynamic CDS Archives</a>
 */
final class ClassArchive {
  private static final Path FOLDER = folder();

  /** The class path of the program: the jar, and the libraries. */
  static final String CLASS_PATH = classPath();

  private static final Path ARCHIVE = FOLDER.resolve("classes.jsa");

  private ClassArchive() {}

  /** The flags of the JVM that use the archive, which is made by the first who asks. */
  static List<String> flags() {
    return Made.FLAGS;
  }

  private static final class Made {
    private static final List<String> FLAGS = make();

    private static List<String> make() {
      List<String> quiet = List.of("-Xlog:disable");
      List<String> making =
          Stream.concat(quiet.stream(), Stream.of("-XX:ArchiveClassesAtExit=" + ARCHIVE)).toList();
      Home home = Home.in(FOLDER.resolve("home"));
      try (Program server =
          home.call().startWith(making, "serve", "--port", 0, "--data", FOLDER.resolve("data"))) {
        server.address();
        server.stop();
      }
      if (!Files.exists(ARCHIVE)) {
        throw new AssertionError("The JVM made no archive of classes when the program ended.");
      }
      return Stream.concat(quiet.stream(), Stream.of("-XX:SharedArchiveFile=" + ARCHIVE)).toList();
    }
  }

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("bluethread-program");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> ShippedData.delete(folder)));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String classPath() {
    try {
      Path classes =
          Path.of(BlueThread.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Stream<String> libraries =
          Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
              .filter(entry -> entry.endsWith(".jar"));
      return Stream.concat(Stream.of(jar(classes).toString()), libraries)
          .collect(Collectors.joining(File.pathSeparator));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path jar(Path classes) throws IOException {
    Path jar = FOLDER.resolve("bluethread.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> files = Files.walk(classes)) {
      for (Path one : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(
            new JarEntry(classes.relativize(one).toString().replace(File.separatorChar, '/')));
        Files.copy(one, out);
        out.closeEntry();
      }
    }
    return jar;
  }
}
