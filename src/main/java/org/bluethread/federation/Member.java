package org.bluethread.federation;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** A member of the federation, as it is declared. */
public sealed interface Member {
  /** What answers and errors call it: lower-case letters, digits and hyphens. */
  String name();

  /**
   * This graph, asked in process.
   *
   * @param name what answers and errors call it
   */
  record Here(String name) implements Member {}

  /**
   * A SPARQL endpoint.
   *
   * @param name what answers and errors call it
   * @param address of the endpoint, http or https
   * @param time how long one request to it may take, from its first byte to its last
   * @param addresses what its host may be besides a public address
   * @param description where its VoID description stands, if not at the usual place
   */
  record Endpoint(
      String name,
      URI address,
      Duration time,
      Set<AddressKind> addresses,
      Optional<URI> description)
      implements Member {
    /** A copy that cannot change any more. */
    public Endpoint {
      addresses = Set.copyOf(addresses);
    }
  }

  /**
   * A file of RDF, read when the server starts.
   *
   * @param name what answers and errors call it
   * @param path of the file
   */
  record File(String name, Path path) implements Member {}
}
