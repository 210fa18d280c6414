package org.bluethread.facade.access;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bluethread.graph.Author;
import org.bluethread.graph.Sha256;

/**
 * The tokens that open the writing doors. Kept as salted hashes in {@code tokens.json} of a data
 * directory, readable by its owner alone. Immutable and safe for threads.
 */
public final class Tokens {
  /** The environment variable that gives a token instead of the one that is made. */
  public static final String VARIABLE = "BLUETHREAD_TOKEN";

  private static final String HASHES = "tokens.json";
  private static final String TEXT = "token";
  private static final int RANDOM_BYTES = 32;
  private static final int LEAST_CHARACTERS = 16;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Token> tokens;

  private Tokens(List<Token> tokens) {
    this.tokens = List.copyOf(tokens);
  }

  /**
   * The tokens of a data directory. The first time, one with every scope is made: its hash is kept,
   * and its text is written once to the file {@code token}.
   *
   * @param given a token's text to use instead (the variable {@link #VARIABLE}); nothing is written
   * @throws IllegalArgumentException if the given text is too short to be a secret
   * @throws UncheckedIOException if the files cannot be read or written
   */
  public static Tokens of(Path directory, Optional<String> given) {
    if (given.isPresent()) {
      return new Tokens(List.of(hashed("environment", Set.of(Scope.values()), given.get())));
    }
    try {
      Path file = directory.resolve(HASHES);
      if (!Files.exists(file)) {
        // The text first: a hash alone, after a crash between the two, would open to nobody.
        String text = newText();
        writePrivately(directory.resolve(TEXT), (text + "\n").getBytes(StandardCharsets.UTF_8));
        writePrivately(
            file, JSON.writeValueAsBytes(List.of(hashed("first", Set.of(Scope.values()), text))));
      }
      return new Tokens(JSON.readValue(Files.readAllBytes(file), new TypeReference<>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One token with every scope, kept nowhere. */
  public static Tokens only(String name, String text) {
    return new Tokens(List.of(hashed(name, Set.of(Scope.values()), text)));
  }

  /** The text of a token that the owner of a data directory may read there; empty if it is gone. */
  public static Optional<String> read(Path directory) {
    try {
      Path file = directory.resolve(TEXT);
      return Files.isReadable(file)
          ? Optional.of(Files.readString(file).strip())
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** These tokens and one more. */
  public Tokens with(String name, Set<Scope> scopes, String text) {
    List<Token> more = new ArrayList<>(tokens);
    more.add(hashed(name, scopes, text));
    return new Tokens(more);
  }

  /** A new text for a token: 256 random bits. */
  public static String newText() {
    return random(RANDOM_BYTES);
  }

  /**
   * Who holds a token.
   *
   * @return empty if no token has this text, or it does not allow writing
   */
  public Optional<Author> author(String text) {
    return tokens.stream()
        .filter(token -> matches(token, text))
        .filter(token -> token.scopes().contains(Scope.WRITE))
        .findFirst()
        .map(token -> new Author(token.name(), token.scopes().contains(Scope.RELEASE)));
  }

  private static boolean matches(Token token, String text) {
    byte[] expected = HexFormat.of().parseHex(token.hash());
    return MessageDigest.isEqual(expected, hash(token.salt(), text));
  }

  private static Token hashed(String name, Set<Scope> scopes, String text) {
    if (text.length() < LEAST_CHARACTERS) {
      throw new IllegalArgumentException(
          "A token needs at least " + LEAST_CHARACTERS + " characters.");
    }
    String salt = random(16);
    return new Token(name, scopes, salt, HexFormat.of().formatHex(hash(salt, text)));
  }

  private static byte[] hash(String salt, String text) {
    MessageDigest digest = Sha256.digest();
    digest.update(HexFormat.of().parseHex(salt));
    return digest.digest(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  private static void writePrivately(Path file, byte[] bytes) throws IOException {
    Path draft =
        Files.createTempFile(
            file.getParent(), file.getFileName().toString(), ".draft", ownerOnly(file));
    Files.write(draft, bytes);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static FileAttribute<?>[] ownerOnly(Path file) throws IOException {
    if (!Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")) {
      return new FileAttribute<?>[0];
    }
    Set<PosixFilePermission> owner = PosixFilePermissions.fromString("rw-------");
    return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(owner)};
  }
}
