package org.bluethread.facade;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bluethread.lookup.ThingIndex;
import org.bluethread.vocabulary.Addresses;

/**
 * What a sloppily spelled IRI means. Spaces and slashes too many, decomposed accents, full-width
 * letters and digits, and capital letters are taken for slips; other words or codes are not.
 */
final class Spellings {
  private static final int MOST_SUGGESTED = 5;

  private static final Pattern SPACES_AT_THE_ENDS =
      Pattern.compile("(?U)(?<=/)\\s+|\\s+(?=/)|\\s+$");
  private static final Pattern SLASHES_TOO_MANY = Pattern.compile("(?<!:)/{2,}");
  private static final Pattern SLASHES_AT_THE_END = Pattern.compile("/+$");

  private final ThingIndex index;

  /**
   * @param index finds what has a name or a code
   */
  Spellings(ThingIndex index) {
    this.index = index;
  }

  /**
   * What is spelled so but for slips. Of several that differ in the case of letters alone, none is
   * meant more than the others.
   *
   * @param path the path of a request
   * @param isKnown whether something has an IRI
   */
  Set<ThingAddress> meant(String path, Predicate<String> isKnown) {
    String iri = Addresses.BASE + ThingAddress.decoded(path.substring(1));
    if (iri.contains("%")) {
      return Set.of();
    }
    String compatible = tidy(Normalizer.normalize(iri, Normalizer.Form.NFKC));
    Optional<DocumentFormat> format = DocumentFormat.ofPath(compatible.toLowerCase(Locale.ROOT));
    Set<ThingAddress> meant = Set.of();
    if (format.isPresent()) {
      String name = compatible.substring(0, compatible.length() - format.get().suffix().length());
      meant = addresses(meantIris(name, isKnown), format);
    }
    return meant.isEmpty() ? addresses(meantIris(iri, isKnown), Optional.empty()) : meant;
  }

  private static Set<ThingAddress> addresses(Set<String> iris, Optional<DocumentFormat> format) {
    return iris.stream().map(iri -> new ThingAddress(iri, format)).collect(toUnmodifiableSet());
  }

  private Set<String> meantIris(String iri, Predicate<String> isKnown) {
    String composed = tidy(Normalizer.normalize(iri, Normalizer.Form.NFC));
    String compatible = tidy(Normalizer.normalize(iri, Normalizer.Form.NFKC));
    for (String spelling : List.of(composed, compatible)) {
      if (isKnown.test(spelling)) {
        return Set.of(spelling);
      }
    }
    String folded = folded(compatible);
    Set<String> meant = new TreeSet<>();
    if (isKnown.test(folded)) {
      meant.add(folded);
    }
    index.resolve(lastSegment(compatible), Set.of()).stream()
        .filter(one -> one.startsWith(Addresses.BASE))
        .filter(one -> folded(one).equals(folded) && isKnown.test(one))
        .forEach(meant::add);
    return meant;
  }

  /**
   * Things that are called by the end of a path: by the last two segments, such as {@code
   * target/11}, else by the last; none if they are many.
   */
  List<String> suggestions(String path) {
    String name = tidy(ThingAddress.decoded(path));
    String last = lastSegment(name);
    String lastTwo = name.substring(name.lastIndexOf('/', name.lastIndexOf('/') - 1) + 1);
    return Stream.of(lastTwo, last)
        .map(spelling -> index.resolve(spelling, Set.of()))
        .filter(called -> !called.isEmpty())
        .findFirst()
        .filter(called -> called.size() <= MOST_SUGGESTED)
        .orElse(List.of());
  }

  private static String tidy(String iri) {
    String closed = SPACES_AT_THE_ENDS.matcher(iri).replaceAll("");
    String single = SLASHES_TOO_MANY.matcher(closed).replaceAll("/");
    return SLASHES_AT_THE_END.matcher(single).replaceAll("");
  }

  private static String folded(String iri) {
    return Normalizer.normalize(iri, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  private static String lastSegment(String iri) {
    return iri.substring(iri.lastIndexOf('/') + 1);
  }
}
