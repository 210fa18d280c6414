package org.bluethread.lookup;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is left of a code when the accidents of its spelling are taken away. Two texts spell the
 * same code when one {@link #sought} term of the one is a {@link #held} term of the other.
 *
 * <p>The rules, in this order:
 *
 * <ol>
 *   <li><b>Characters.</b> Compatibility decomposition (NFKD), marks dropped, upper case, digits of
 *       every script as ASCII: {@code ａｉｃｈｉ} and {@code Décision} are {@code AICHI} and {@code
 *       DECISION}.
 *   <li><b>Parts.</b> A code is a sequence of words (of Han, or of other letters) and numbers; a
 *       dot between digits belongs to the number; all else only separates, and so does nothing at
 *       all where a word meets a number: {@code XII/2 B}, {@code xii-2-b} and {@code XII / 2B} are
 *       one code, {@code 14.5} and {@code 14/5} are two.
 *   <li><b>Leading zeros</b> of numbers are dropped: {@code 06} is {@code 6}.
 *   <li><b>Kind words</b> ({@link CodeKind}) say what the code names and are set apart: they may be
 *       missing on either side, but when both sides have some, they must share one: {@code Aichi 6}
 *       and {@code aichi target 6} find {@code AICHI-TARGET-06}, {@code aichi goal 6} does not.
 *       Filler words ({@code No.}, {@code 第}, {@code 号}) are dropped. A text of kind words only is
 *       a code of those words.
 *   <li><b>Owner.</b> A thing's code or slug is also found with the owner its IRI names before it:
 *       {@code isa:4.3.1} and {@code ISA 4.3.1} for {@code …/action/isa/4.3.1}, {@code SDG 14.5}
 *       for {@code http://metadata.un.org/sdg/14.5} ({@link IriPath}).
 * </ol>
 *
 * @param key the parts without kind words, joined by {@code -}; never empty
 * @param kinds what the kind words say, empty when there are none
 */
record CodeSpelling(String key, Set<CodeKind> kinds) {

  private static final String JOINT = "-";
  private static final char KIND = '|';

  private static final Pattern MARK = Pattern.compile("\\p{M}+");
  private static final Pattern PART =
      Pattern.compile("\\d+(?:\\s*\\.\\s*\\d+)*|\\p{IsHan}+|[\\p{L}&&[^\\p{IsHan}]]+");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern LEADING_ZEROS = Pattern.compile("(?<!\\d)0+(?=\\d)");

  private static final Set<String> FILLERS = Set.of("NO", "第", "号");
  private static final Map<String, Set<CodeKind>> KIND_WORDS =
      Arrays.stream(CodeKind.values())
          .flatMap(kind -> kind.words().map(word -> Map.entry(characters(word), kind)))
          .collect(
              collectingAndThen(
                  groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toUnmodifiableSet())),
                  Map::copyOf));

  CodeSpelling {
    Objects.requireNonNull(key, "key");
    kinds = Set.copyOf(kinds);
  }

  /** The spelling of a text, empty when it has neither letter nor digit. */
  static Optional<CodeSpelling> of(String text) {
    List<String> parts = parts(text);
    List<String> rest = new ArrayList<>();
    Set<CodeKind> kinds = EnumSet.noneOf(CodeKind.class);
    for (String part : parts) {
      if (KIND_WORDS.containsKey(part)) {
        kinds.addAll(KIND_WORDS.get(part));
      } else if (!FILLERS.contains(part)) {
        rest.add(part);
      }
    }
    if (!rest.isEmpty()) {
      return Optional.of(new CodeSpelling(String.join(JOINT, rest), kinds));
    }
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(new CodeSpelling(String.join(JOINT, parts), Set.of()));
  }

  /** The kinds a single word stands for, empty when it is not a kind word. */
  static Set<CodeKind> kindsSaidBy(String word) {
    return KIND_WORDS.getOrDefault(characters(word), Set.of());
  }

  /** This spelling, of the given kinds unless it says its own. */
  CodeSpelling orOf(Set<CodeKind> known) {
    return kinds.isEmpty() ? new CodeSpelling(key, known) : this;
  }

  /** This spelling with its owner before it, unless it begins with the owner already. */
  CodeSpelling ownedBy(CodeSpelling owner) {
    return (key + JOINT).startsWith(owner.key + JOINT)
        ? this
        : new CodeSpelling(owner.key + JOINT + key, kinds);
  }

  /** The terms under which a thing with this code is kept. */
  Set<String> held() {
    Set<String> terms = new HashSet<>(Set.of(key));
    if (kinds.isEmpty()) {
      terms.add(key + KIND);
    }
    kinds.forEach(kind -> terms.add(key + KIND + kind));
    return terms;
  }

  /** The terms under which one who writes this looks; any of them is enough. */
  Set<String> sought() {
    if (kinds.isEmpty()) {
      return Set.of(key);
    }
    Set<String> terms = new HashSet<>(Set.of(key + KIND));
    kinds.forEach(kind -> terms.add(key + KIND + kind));
    return terms;
  }

  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    Matcher part = PART.matcher(characters(text));
    while (part.find()) {
      String unspaced = SPACE.matcher(part.group()).replaceAll("");
      parts.add(LEADING_ZEROS.matcher(unspaced).replaceAll(""));
    }
    return parts;
  }

  private static String characters(String text) {
    String letters =
        MARK.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
            .replaceAll("")
            .toUpperCase(Locale.ROOT);
    StringBuilder plain = new StringBuilder(letters.length());
    letters
        .codePoints()
        .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }
}
