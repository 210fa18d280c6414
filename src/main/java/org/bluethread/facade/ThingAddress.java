package org.bluethread.facade;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.bluethread.vocabulary.Addresses;

/**
 * The address of something of ours on this server: its IRI, which keeps our canonical base
 * whichever host serves it, and perhaps the format that the suffix asks for.
 *
 * <p>An IRI becomes an address as RFC 3987 has it: what is not ASCII is percent-encoded in UTF-8,
 * and percent signs stay. So {@code /id/%E6%B5%B7} may stand for two IRIs; the one with the
 * character itself comes first.
 *
 * @param iri an IRI under our canonical base
 * @param format the format that the suffix asks for
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3987#section-3.1">RFC 3987, 3.1</a>
 */
record ThingAddress(String iri, Optional<DocumentFormat> format) {
  /** What may stand in a path after RFC 3986, 3.3, and the percent sign. */
  private static final Pattern NOT_IN_PATHS = Pattern.compile("[^A-Za-z0-9\\-._~!$&'()*+,;=:@/%]+");

  /** Percent-encoded characters that RFC 3986, 2.3, wants to stand as they are, and slashes. */
  private static final Pattern ENCODED_IN_VAIN =
      Pattern.compile("%(?:2[DEF]|3[0-9]|[46][1-9A-F]|[57][0-9A]|5F|7E)", Pattern.CASE_INSENSITIVE);

  /** The ways to read the path of a request, the most likely one first; there is at least one. */
  static Stream<ThingAddress> readings(String path) {
    String name = path.substring(1);
    String decoded = decoded(name);
    boolean differs = !decoded.equals(name) && !decoded.contains("%");
    return Stream.concat(differs ? readingsOf(decoded) : Stream.empty(), readingsOf(name));
  }

  private static Stream<ThingAddress> readingsOf(String name) {
    ThingAddress whole = new ThingAddress(Addresses.BASE + name, Optional.empty());
    Optional<DocumentFormat> format = DocumentFormat.ofPath(name);
    return format.isEmpty()
        ? Stream.of(whole)
        : Stream.of(
            new ThingAddress(
                whole.iri.substring(0, whole.iri.length() - format.get().suffix().length()),
                format),
            whole);
  }

  /** A path with its percent-encoded characters decoded; as it is, if it is not well encoded. */
  static String decoded(String path) {
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return path;
    }
  }

  /** What is named. */
  Node node() {
    return NodeFactory.createURI(iri);
  }

  /** The same in a format. */
  ThingAddress in(DocumentFormat other) {
    return new ThingAddress(iri, Optional.of(other));
  }

  /** The path on this server. It is ASCII, and one on this server however the IRI goes on. */
  String path() {
    return "/" + canonical().substring(Addresses.BASE.length());
  }

  /** The canonical address: the IRI as a URI, with the suffix. */
  String canonical() {
    String name = iri.substring(Addresses.BASE.length());
    return Addresses.BASE
        + NOT_IN_PATHS.matcher(name).replaceAll(found -> encoded(found.group()))
        + format.map(DocumentFormat::suffix).orElse("");
  }

  private static String encoded(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
      encoded.append(String.format(Locale.ROOT, "%%%02X", one & 0xff));
    }
    return encoded.toString();
  }

  /** Whether a path is this one, or one that all readers of URIs take for the same. */
  boolean isSpelled(String path) {
    String right = path();
    return path.equals(right)
        || (decoded(path).equals(decoded(right)) && !ENCODED_IN_VAIN.matcher(path).find());
  }
}
