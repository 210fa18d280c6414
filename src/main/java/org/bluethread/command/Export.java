package org.bluethread.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the whole graph to standard output. */
@Command(name = "export", description = "Write the whole graph to standard output.")
public final class Export implements Callable<Integer> {
  /** The syntaxes of an export. */
  enum Format {
    nq,
    trig
  }

  @Mixin private DataOption data;

  @Option(
      names = "--format",
      defaultValue = "nq",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Format format;

  @Override
  public Integer call() throws IOException {
    try (Session session = Session.open(data.path())) {
      HttpResponse<InputStream> response =
          session.sendSuccessfully(session.request("export?format=" + format).GET().build());
      try (InputStream body = response.body()) {
        OutputStream out = System.out;
        body.transferTo(out);
        out.flush();
      }
      return ExitCode.DONE;
    }
  }
}
