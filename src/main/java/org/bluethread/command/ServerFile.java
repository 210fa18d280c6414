package org.bluethread.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * What a running server writes into its data directory, so that other commands find it.
 *
 * @param address where it answers, for example {@code http://127.0.0.1:3030/}
 * @param process its process number
 * @param store the identity of its store
 */
record ServerFile(String address, long process, String store) {
  private static final String NAME = "server.json";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** Reads the file; empty if there is none, or one that no server wrote. */
  static Optional<ServerFile> read(Path directory) {
    try {
      return Optional.ofNullable(
          JSON.readValue(Files.readAllBytes(directory.resolve(NAME)), ServerFile.class));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Whether the process that wrote it is alive; whether it is that server, its health tells. */
  boolean mayBeAlive() {
    return ProcessHandle.of(process).isPresent();
  }

  /** Writes the file at once or not at all. */
  void write(Path directory) throws IOException {
    Path draft = Files.createTempFile(directory, NAME, ".draft");
    Files.write(draft, JSON.writeValueAsBytes(this));
    Files.move(draft, directory.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
  }

  static void delete(Path directory) throws IOException {
    Files.deleteIfExists(directory.resolve(NAME));
  }
}
