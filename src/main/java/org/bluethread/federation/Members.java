package org.bluethread.federation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The members of the federation, read from the file in which an operator declares them.
 *
 * <p>Each has a name and one of {@code graph: here}, {@code endpoint} and {@code file}. Without a
 * file, this graph is the only one.
 *
 * @param all in the order of the file, with names of their own
 */
public record Members(List<Member> all) {
  private static final Duration USUAL_TIME = Duration.ofSeconds(10);
  private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(600);

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .build();

  /** A copy that cannot change any more. */
  public Members {
    all = List.copyOf(all);
  }

  /** This graph alone. */
  public static Members onlyHere() {
    return new Members(List.of(new Member.Here("bluethread")));
  }

  private record Declarations(List<Declaration> members) {}

  private record Declaration(
      String name,
      String graph,
      URI endpoint,
      String file,
      BigDecimal seconds,
      List<AddressKind> addresses,
      @JsonProperty("void") URI description) {
    /** Which of them is there, empty if none or several are. */
    boolean isOneThing() {
      return Stream.of(graph, endpoint, file).filter(Objects::nonNull).count() == 1;
    }
  }

  /**
   * Reads a declaration.
   *
   * @param file in YAML; paths in it begin at its folder
   * @throws MembersException if it cannot be read, or says what cannot be; it names the line or the
   *     member
   */
  public static Members read(Path file) {
    Declarations declarations = parse(file);
    if (declarations == null
        || declarations.members() == null
        || declarations.members().isEmpty()
        || declarations.members().stream().anyMatch(Objects::isNull)) {
      throw new MembersException(
          file + " declares no members: begin it with the key members and a list.");
    }
    Set<String> names = new HashSet<>();
    List<Member> members =
        declarations.members().stream().map(one -> member(file, one, names)).toList();
    if (members.stream().filter(Member.Here.class::isInstance).count() > 1) {
      throw new MembersException(file + " declares this graph twice: keep one graph: here.");
    }
    return new Members(members);
  }

  private static Declarations parse(Path file) {
    try {
      String text = Files.readString(file);
      return text.isBlank()
          ? new Declarations(List.of())
          : YAML.readValue(text, Declarations.class);
    } catch (JsonProcessingException e) {
      JsonLocation place = e.getLocation();
      String line = place == null ? "" : ", line " + place.getLineNr();
      throw new MembersException(file + line + ": " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new MembersException(file + " cannot be read: " + e, e);
    }
  }

  private static Member member(Path file, Declaration declared, Set<String> names) {
    String name = declared.name();
    if (name == null || !name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new MembersException(
          file
              + ": a member is called "
              + name
              + ". Give each a name of lower-case letters, digits and hyphens.");
    }
    if (!names.add(name)) {
      throw new MembersException(file + ": two members are called " + name + ".");
    }
    if (!declared.isOneThing()) {
      throw wrong(file, name, "needs one of graph, endpoint and file");
    }
    boolean asked =
        declared.seconds() != null
            || declared.addresses() != null
            || declared.description() != null;
    if (declared.endpoint() == null && asked) {
      throw wrong(file, name, "is no endpoint: seconds, addresses and void are for those");
    }
    if (declared.graph() != null) {
      if (!declared.graph().equals("here")) {
        throw wrong(file, name, "has graph: " + declared.graph() + ", which can only be here");
      }
      return new Member.Here(name);
    }
    return declared.file() == null ? endpoint(file, declared) : file(file, declared);
  }

  private static Member file(Path file, Declaration declared) {
    Path path = file.toAbsolutePath().resolveSibling(declared.file());
    if (!Files.isReadable(path)) {
      throw wrong(file, declared.name(), "has the file " + path + ", which cannot be read");
    }
    return new Member.File(declared.name(), path);
  }

  private static Member endpoint(Path file, Declaration declared) {
    for (URI address : addresses(declared)) {
      String scheme = address.getScheme();
      boolean web = "http".equals(scheme) || "https".equals(scheme);
      if (!web || address.getHost() == null || address.getUserInfo() != null) {
        throw wrong(
            file,
            declared.name(),
            "has the address "
                + address
                + ": it must begin with http:// or https://, name a host,"
                + " and hold no password");
      }
    }
    BigDecimal seconds = declared.seconds();
    if (seconds != null && (seconds.signum() <= 0 || seconds.compareTo(MOST_SECONDS) > 0)) {
      throw wrong(file, declared.name(), "has seconds: give a number above 0, at the most 600");
    }
    List<AddressKind> kinds =
        declared.addresses() == null ? List.of() : List.copyOf(declared.addresses());
    if (kinds.contains(AddressKind.RESERVED)) {
      throw wrong(file, declared.name(), "allows reserved addresses, which no service has");
    }
    return new Member.Endpoint(
        declared.name(),
        declared.endpoint(),
        seconds == null ? USUAL_TIME : Duration.ofNanos(seconds.movePointRight(9).longValue()),
        Set.copyOf(kinds),
        Optional.ofNullable(declared.description()));
  }

  private static List<URI> addresses(Declaration declared) {
    return Stream.of(declared.endpoint(), declared.description()).filter(Objects::nonNull).toList();
  }

  private static MembersException wrong(Path file, String name, String what) {
    return new MembersException(file + ": the member " + name + " " + what + ".");
  }
}
