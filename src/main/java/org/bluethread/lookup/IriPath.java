package org.bluethread.lookup;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the path of an IRI says about its last segment: whose it is and of what kind. In {@code
 * …/id/target/aichi/11} the owner is {@code aichi} and the kind a target; in {@code
 * …/isa-2025-msr-action-plan/para/19} the owner is the document and the kind a paragraph; in {@code
 * http://metadata.un.org/sdg/14.5} the owner is {@code sdg} and the kind is not said.
 *
 * @param owner the spelling of the segment that names the owner
 * @param kinds what the segment that names the kind says, empty when none does
 */
record IriPath(Optional<CodeSpelling> owner, Set<CodeKind> kinds) {

  private static final Pattern SCHEME_AND_HOST = Pattern.compile("^[^:/?#]*:(?://[^/?#]*)?");
  private static final Pattern HTTP = Pattern.compile("^https?:(?=//)", Pattern.CASE_INSENSITIVE);
  private static final Pattern SEPARATOR = Pattern.compile("[/:?#]+");

  static IriPath of(String iri) {
    String path = SCHEME_AND_HOST.matcher(iri).replaceFirst("");
    List<String> segments =
        Arrays.stream(SEPARATOR.split(path)).filter(segment -> !segment.isEmpty()).toList();
    String before = fromEnd(segments, 1);
    String beforeThat = fromEnd(segments, 2);
    Set<CodeKind> kinds = CodeSpelling.kindsSaidBy(before);
    return kinds.isEmpty()
        ? new IriPath(CodeSpelling.of(before), CodeSpelling.kindsSaidBy(beforeThat))
        : new IriPath(CodeSpelling.of(beforeThat), kinds);
  }

  /** The IRI without http or https, which people mix up; any other IRI as it is. */
  static String withoutScheme(String iri) {
    return HTTP.matcher(iri).replaceFirst("");
  }

  private static String fromEnd(List<String> segments, int steps) {
    int at = segments.size() - 1 - steps;
    return at < 0 ? "" : segments.get(at);
  }
}
