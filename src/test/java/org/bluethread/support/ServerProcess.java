package org.bluethread.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bluethread.facade.Settings;

/** A real server in a process of its own, for what depends on how much memory it has. */
public final class ServerProcess implements AutoCloseable {
  private final Process process;
  private final URI address;

  private ServerProcess(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Starts a server on an empty graph in memory.
   *
   * @param options of the virtual machine, for example {@code -Xmx96m}
   */
  public static ServerProcess start(Duration queryTimeout, String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(ServerProcess.class.getName());
    command.add(queryTimeout.toString());
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
      String address = out.readLine();
      if (address == null) {
        throw new IllegalStateException("The server did not start.");
      }
      return new ServerProcess(process, URI.create(address));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The server's own side: prints its address and runs until its input ends. */
  public static void main(String[] args) throws IOException {
    Settings usual = Settings.usual("test");
    Settings settings = new Settings(Duration.parse(args[0]), usual.mostBytes(), usual.build());
    try (TestServer server = TestServer.start(settings)) {
      System.out.println(server.address(""));
      System.in.transferTo(System.err);
    }
  }

  /** The address of a path that is given without leading slash. */
  public URI address(String path) {
    return address.resolve(path);
  }

  /** Whether it still runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
