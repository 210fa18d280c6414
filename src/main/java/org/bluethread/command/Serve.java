package org.bluethread.command;

import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.bluethread.facade.access.Tokens;
import org.bluethread.graph.DefaultGraph;
import org.bluethread.graph.remote.Endpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the server and stays until it is told to stop. */
@Command(name = "serve", description = "Start the server.")
public final class Serve implements Callable<Integer> {
  private static final String ELSEWHERE = "sparql:";
  private static final Logger LOG = LoggerFactory.getLogger(Serve.class);

  /** What queries see that name no graph. */
  enum DefaultGraphKind {
    union(DefaultGraph.UNION),
    separate(DefaultGraph.SEPARATE);

    private final DefaultGraph kind;

    DefaultGraphKind(DefaultGraph kind) {
      this.kind = kind;
    }
  }

  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Option(
      names = "--port",
      defaultValue = "3030",
      description = "The port to listen at; 0 picks a free one. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "The address to listen at. Default: ${DEFAULT-VALUE}.")
  private String host;

  @Option(
      names = "--store",
      defaultValue = "tdb2",
      description =
          "tdb2: on disk, in the data directory. memory: gone with the process. sparql:URL: a store"
              + " that others hold, which is only read. Default: ${DEFAULT-VALUE}.")
  private String store;

  @Option(
      names = "--refresh",
      description =
          "With --store sparql:URL, how many minutes pass between two times that the indexes for"
              + " search and traces are read from the store. Without it: at the start, and when"
              + " POST /admin/refresh asks for it.")
  private Integer refresh;

  @Option(
      names = "--default-graph",
      description =
          "What queries see that name no graph. union: all named graphs together. separate: a graph"
              + " of its own, as SPARQL has it, with blank nodes kept. A store stays as it was"
              + " made; a new one is made with union.")
  private DefaultGraphKind defaultGraph;

  @Option(names = "--no-seed", description = "Start a new data directory empty, without shapes.")
  private boolean noSeed;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (port < 0 || port > 65535) {
      throw new CommandException(ExitCode.USAGE, "--port takes a number from 0 to 65535.");
    }
    StoreChoice choice = choice();
    Path home = Home.find();
    DataDirectory directory = DataDirectory.take(data.path());
    Instance instance = open(home, directory, choice);
    CountDownLatch stopped = new CountDownLatch(1);
    int listening = listen(instance);
    String address = "http://" + inUrl(host) + ":" + listening + "/";
    new ServerFile(address, ProcessHandle.current().pid(), instance.graph().storeId())
        .write(directory.path());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(instance, directory, stopped)));
    PrintWriter out = spec.commandLine().getOut();
    out.println("ready " + address);
    out.flush();
    instance.prepare(Optional.ofNullable(refresh).map(Duration::ofMinutes));
    stopped.await();
    return ExitCode.DONE;
  }

  private static Tokens tokens(DataDirectory directory) {
    try {
      return Tokens.of(directory.path(), Optional.ofNullable(System.getenv(Tokens.VARIABLE)));
    } catch (IllegalArgumentException e) {
      throw new CommandException(
          ExitCode.FAILED,
          "The variable " + Tokens.VARIABLE + " cannot be used: " + e.getMessage());
    }
  }

  private Instance open(Path home, DataDirectory directory, StoreChoice choice) {
    try {
      Tokens tokens = tokens(directory);
      return Progress.show(
          "Loading the graph", () -> Instance.open(directory, home, choice, !noSeed, tokens));
    } catch (RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /**
   * The store that was chosen.
   *
   * @throws CommandException if there is none such, or an option does not go with it
   */
  private StoreChoice choice() {
    if (store.startsWith(ELSEWHERE)) {
      return elsewhere(store.substring(ELSEWHERE.length()));
    }
    if (refresh != null) {
      throw new CommandException(ExitCode.USAGE, "--refresh goes with --store sparql:URL.");
    }
    Optional<DefaultGraph> kind = Optional.ofNullable(defaultGraph).map(chosen -> chosen.kind);
    return switch (store) {
      case "tdb2" ->
          kind.<StoreChoice>map(StoreChoice.OnDisk::new).orElseGet(StoreChoice.AsMade::new);
      case "memory" -> new StoreChoice.InMemory(kind.orElse(DefaultGraph.UNION));
      default ->
          throw new CommandException(
              ExitCode.USAGE, "--store takes tdb2, memory, or sparql: and the URL of a store.");
    };
  }

  private StoreChoice elsewhere(String url) {
    if (defaultGraph == DefaultGraphKind.separate) {
      throw new CommandException(
          ExitCode.USAGE,
          "--default-graph separate does not go with --store sparql:URL, of which this server means"
              + " the union of all named graphs.");
    }
    if (refresh != null && refresh < 1) {
      throw new CommandException(ExitCode.USAGE, "--refresh takes a number of minutes from 1.");
    }
    try {
      return new StoreChoice.Elsewhere(
          Endpoint.of(url, Optional.ofNullable(System.getenv(Endpoint.AUTHORIZATION_VARIABLE))));
    } catch (IllegalArgumentException e) {
      throw new CommandException(
          ExitCode.USAGE,
          e.getMessage() + " Write --store sparql:https://host/path, as docs/operating.md says.");
    }
  }

  private int listen(Instance instance) {
    try {
      return instance.listen(host, port);
    } catch (JavalinBindException e) {
      instance.close();
      throw new CommandException(
          ExitCode.FAILED,
          "Port "
              + port
              + " of "
              + host
              + " is taken, or that address is not this machine's. Choose another one with --port"
              + " (0 picks a free one) or --host.");
    }
  }

  private static String inUrl(String host) {
    return host.contains(":") ? "[" + host + "]" : host;
  }

  private static void stop(Instance instance, DataDirectory directory, CountDownLatch stopped) {
    try {
      ServerFile.delete(directory.path());
      instance.close();
    } catch (IOException | RuntimeException e) {
      LOG.error("The server did not stop cleanly", e);
    } finally {
      stopped.countDown();
    }
  }
}
