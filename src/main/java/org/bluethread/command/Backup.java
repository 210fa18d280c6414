package org.bluethread.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes the whole graph to a file that {@code restore} reads: N-Quads, compressed with gzip. */
@Command(name = "backup", description = "Write the whole graph to a file that restore reads.")
public final class Backup implements Callable<Integer> {
  @Mixin private DataOption data;

  @Parameters(paramLabel = "FILE", description = "The file to write, for example graph.nq.gz.")
  private Path file;

  @Override
  public Integer call() throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      throw new CommandException(ExitCode.USAGE, file + " is a folder: name a file in it.");
    }
    if (!Files.isDirectory(folder)) {
      throw new CommandException(ExitCode.FAILED, "There is no folder " + folder + ".");
    }
    try (Session session = Session.open(data.path())) {
      HttpResponse<InputStream> response =
          session.sendSuccessfully(session.request("export?format=nq").GET().build());
      Path draft = Files.createTempFile(folder, file.getFileName().toString(), ".draft");
      try {
        Progress.show("Writing", () -> write(response, draft));
        force(draft);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(draft);
      }
      return ExitCode.DONE;
    }
  }

  /** On disk before it takes the place of an older backup. */
  private static void force(Path draft) throws IOException {
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static Path write(HttpResponse<InputStream> response, Path draft) {
    try (InputStream body = response.body();
        OutputStream out =
            new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(draft)))) {
      body.transferTo(out);
      return draft;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
