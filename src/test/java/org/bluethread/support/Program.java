package org.bluethread.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The program as a process of its own, called as the launcher calls it. Whatever is waited for has
 * a deadline, so a test fails and does not hang.
 */
public final class Program implements AutoCloseable {
  /** How long anything may take on a busy machine. */
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private static final Duration POLL = Duration.ofMillis(2);

  private final Process process;
  private final Path err;
  private final FutureTask<String> out;
  private final FutureTask<String> firstLine;

  private Program(Process process, Path err) {
    this.process = process;
    this.err = err;
    BufferedReader reader = process.inputReader(UTF_8);
    this.firstLine = new FutureTask<>(reader::readLine);
    this.out =
        new FutureTask<>(
            () -> {
              firstLine.run();
              StringBuilder text = new StringBuilder();
              for (String line = firstLine.get(); line != null; line = reader.readLine()) {
                text.append(line).append('\n');
              }
              return text.toString();
            });
    Thread.ofPlatform().daemon().start(out);
  }

  /** What a program that has ended left behind. */
  public record Run(int exit, String out, String err) {}

  /** How to call the program. Immutable. */
  public record Call(Path home, List<String> wrapper, Map<String, String> environment) {
    /** With what is in {@code home}. */
    public static Call in(Path home) {
      return new Call(home, List.of(), Map.of());
    }

    /** With what this checkout ships. */
    public static Call shipped() {
      return in(Path.of(""));
    }

    /** With a variable set. */
    public Call with(String variable, String value) {
      Map<String, String> more = new TreeMap<>(environment);
      more.put(variable, value);
      return new Call(home, wrapper, more);
    }

    /** Started by another command, which gets the program's command line as further arguments. */
    public Call through(String... command) {
      return new Call(home, List.of(command), environment);
    }

    /** Starts the program. */
    public Program start(Object... arguments) {
      return startWith(ClassArchive.flags(), arguments);
    }

    /** Starts the program in a JVM with some flags. */
    Program startWith(List<String> flags, Object... arguments) {
      List<String> command = new ArrayList<>(wrapper);
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(flags);
      command.addAll(
          List.of(
              "-XX:TieredStopAtLevel=1",
              "-XX:+UseSerialGC",
              "-XX:+IgnoreUnrecognizedVMOptions",
              "--sun-misc-unsafe-memory-access=allow",
              "--enable-native-access=ALL-UNNAMED",
              "-Dfile.encoding=UTF-8",
              "-Dstdout.encoding=UTF-8",
              "-Dstderr.encoding=UTF-8",
              "-Dbluethread.home=" + home.toAbsolutePath(),
              "-cp",
              ClassArchive.CLASS_PATH,
              "org.bluethread.BlueThread"));
      for (Object argument : arguments) {
        command.add(argument.toString());
      }
      try {
        Path err = Files.createTempFile("bluethread-test", ".err");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
        builder.environment().remove("BLUETHREAD_TOKEN");
        builder.environment().putAll(environment);
        return new Program(builder.start(), err);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Starts the program and waits for its end. */
    public Run run(Object... arguments) {
      try (Program program = start(arguments)) {
        return program.end();
      }
    }

    /** Starts a server on a free port and waits until it is ready. */
    public Program serve(Path data, Object... arguments) {
      List<Object> all = new ArrayList<>(List.of("serve", "--port", 0, "--data", data));
      all.addAll(List.of(arguments));
      Program program = start(all.toArray());
      try {
        program.address();
        return program;
      } catch (AssertionError e) {
        program.close();
        throw e;
      }
    }
  }

  /** The address that a server names when it is ready. */
  public URI address() {
    String line = within(firstLine);
    if (line == null || !line.startsWith("ready ")) {
      throw new AssertionError("not ready: " + line + "\n" + err());
    }
    return URI.create(line.substring("ready ".length()));
  }

  /** Waits for the end. */
  public Run end() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("still running: " + process.info().commandLine() + "\n" + err());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
    return new Run(process.exitValue(), within(out), err());
  }

  /** Tells it to stop (SIGTERM) and waits for the end. */
  public Run stop() {
    process.toHandle().destroy(); // The process's own method would close what it says last.
    return end();
  }

  /** Kills it (SIGKILL) and waits for the end. */
  public Run kill() {
    process.toHandle().destroyForcibly();
    return end();
  }

  /** Waits for a condition; it fails when the program ends first. */
  public void await(BooleanSupplier condition) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      if (!process.isAlive() && !condition.getAsBoolean()) {
        throw new AssertionError("ended before the condition held\n" + err());
      }
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("the condition did not come to hold\n" + err());
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
  }

  /** The process number. */
  public long pid() {
    return process.pid();
  }

  /** What it wrote to standard error so far. */
  public String err() {
    try {
      return Files.readString(err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T within(FutureTask<T> task) {
    try {
      return task.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      Files.deleteIfExists(err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
