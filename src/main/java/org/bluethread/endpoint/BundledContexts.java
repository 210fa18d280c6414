package org.bluethread.endpoint;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluethread.vocabulary.Addresses;

/**
 * The JSON-LD contexts that the program brings along: its own, schema.org's and DCAT's. No other is
 * ever read from an address. Safe for threads.
 *
 * @see <a href="https://www.w3.org/TR/json-ld11/#the-context">JSON-LD 1.1, 3.1</a>
 */
public final class BundledContexts {
  /** The canonical address of the context of this program's answers. */
  public static final String OWN = Addresses.BASE + "context.jsonld";

  private static final Map<String, String> FILES =
      Map.ofEntries(
          Map.entry(OWN, "bluethread"),
          Map.entry("https://schema.org", "schema-org"),
          Map.entry("https://schema.org/", "schema-org"),
          Map.entry("http://schema.org", "schema-org"),
          Map.entry("http://schema.org/", "schema-org"),
          Map.entry("https://schema.org/docs/jsonldcontext.jsonld", "schema-org"),
          Map.entry("http://schema.org/docs/jsonldcontext.jsonld", "schema-org"),
          Map.entry("https://schema.org/docs/jsonldcontext.json", "schema-org"),
          Map.entry("http://schema.org/docs/jsonldcontext.json", "schema-org"),
          Map.entry("https://www.w3.org/ns/dcat.jsonld", "dcat"),
          Map.entry("http://www.w3.org/ns/dcat.jsonld", "dcat"));

  private BundledContexts() {}

  /** The context of this program's answers, as it is served. */
  public static byte[] own() {
    return bytes("bluethread");
  }

  /** The addresses at which a document may refer to a bundled context, sorted. */
  public static List<String> addresses() {
    return FILES.keySet().stream().sorted().toList();
  }

  /** The context that an address means, read anew; empty if it is not one of {@link #addresses}. */
  static Optional<JsonDocument> at(URI address) {
    return Optional.ofNullable(FILES.get(address.toString())).map(BundledContexts::document);
  }

  private static JsonDocument document(String name) {
    try {
      return JsonDocument.of(new ByteArrayInputStream(bytes(name)));
    } catch (JsonLdError e) {
      throw new IllegalStateException("The bundled context " + name + " is no JSON", e);
    }
  }

  private static byte[] bytes(String name) {
    try (InputStream in =
        BundledContexts.class.getResourceAsStream("contexts/" + name + ".jsonld")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // Never: the file is part of the program.
    }
  }
}
