package org.bluethread;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.jena.sys.JenaSystem;
import org.bluethread.command.Backup;
import org.bluethread.command.CommandException;
import org.bluethread.command.Compact;
import org.bluethread.command.ExitCode;
import org.bluethread.command.Export;
import org.bluethread.command.History;
import org.bluethread.command.Load;
import org.bluethread.command.Query;
import org.bluethread.command.Rehearse;
import org.bluethread.command.Restore;
import org.bluethread.command.Serve;
import org.bluethread.command.Trace;
import org.bluethread.command.Validate;
import org.bluethread.command.Version;
import org.bluethread.gate.BrokenShapesException;
import org.bluethread.graph.ReleaseConflictException;
import org.bluethread.graph.StoreException;
import org.bluethread.query.ShelfException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line's front door. */
@Command(
    name = "bluethread",
    description = "Follows United Nations decisions about the seabed to what was done about them.",
    mixinStandardHelpOptions = true,
    versionProvider = BlueThread.VersionLine.class,
    scope = CommandLine.ScopeType.INHERIT,
    subcommands = {
      Serve.class,
      Load.class,
      Validate.class,
      Query.class,
      Trace.class,
      Export.class,
      Backup.class,
      Restore.class,
      History.class,
      Compact.class,
      Rehearse.class
    })
public final class BlueThread {
  /**
   * Kept so that its level stays: Lucene tells at each start which CPU features it does not use.
   */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  private BlueThread() {}

  /**
   * Runs a command and ends the process with its exit code.
   *
   * @param arguments the command's name and what follows it
   */
  public static void main(String[] arguments) {
    LUCENE.setLevel(Level.SEVERE);
    JenaSystem.init(); // Before any other class of Jena's: they depend on one another.
    int exitCode = run(arguments);
    if (System.out.checkError() && exitCode == ExitCode.DONE) {
      System.err.println("Standard output could not be written: the result is not complete.");
      exitCode = ExitCode.FAILED;
    }
    System.exit(exitCode);
  }

  private static int run(String[] arguments) {
    CommandLine commandLine = new CommandLine(new BlueThread());
    commandLine.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    commandLine.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    commandLine.setExecutionExceptionHandler(BlueThread::tell);
    int exitCode = commandLine.execute(arguments);
    commandLine.getOut().flush();
    return exitCode;
  }

  private static int tell(Exception e, CommandLine commandLine, CommandLine.ParseResult parsed) {
    PrintWriter err = commandLine.getErr();
    if (e instanceof CommandException command) {
      err.println(command.getMessage());
      return command.exitCode();
    }
    if (e instanceof StoreException
        || e instanceof ReleaseConflictException
        || e instanceof BrokenShapesException
        || e instanceof ShelfException) {
      err.println(e.getMessage());
      return ExitCode.FAILED;
    }
    if (e instanceof IOException || e instanceof UncheckedIOException) {
      Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
      err.println("A file or the connection failed: " + cause);
      return ExitCode.FAILED;
    }
    err.println("This failed unexpectedly: " + e);
    e.printStackTrace(err);
    return ExitCode.FAILED;
  }

  /** The line that {@code --version} prints. */
  static final class VersionLine implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"BlueThread " + Version.current()};
    }
  }
}
