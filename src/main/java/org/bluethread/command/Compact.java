package org.bluethread.command;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Gives back the room on disk that earlier commits took. */
@Command(name = "compact", description = "Give back the room on disk that earlier commits took.")
public final class Compact implements Callable<Integer> {
  @Mixin private DataOption data;

  @Override
  public Integer call() throws IOException {
    try (Session session = Session.open(data.path())) {
      HttpRequest request =
          session.request("admin/compact").POST(HttpRequest.BodyPublishers.noBody()).build();
      HttpResponse<InputStream> response =
          Progress.show("Compacting", () -> session.sendSuccessfully(request));
      response.body().close();
      return ExitCode.DONE;
    }
  }
}
