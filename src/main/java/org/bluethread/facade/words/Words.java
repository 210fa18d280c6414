package org.bluethread.facade.words;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * The words of the interface in one language, from {@code words_*.properties}. Immutable.
 *
 * @param language one of the six languages of the United Nations
 */
public record Words(String language) {
  private static final String BUNDLE = "org.bluethread.facade.words.words";
  private static final String FIRST_STRONG_ISOLATE = "\u2068";
  private static final String POP_DIRECTIONAL_ISOLATE = "\u2069";
  private static final ResourceBundle.Control EXACT =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  /**
   * A phrase. Where the language is written from right to left, texts put into it keep their own
   * direction, and a code does not turn its neighbours around.
   *
   * @param arguments what stands for {0}, {1} …
   * @see <a href="https://www.unicode.org/reports/tr9/">Unicode Bidirectional Algorithm</a>
   */
  public String text(String key, Object... arguments) {
    Object[] put = arguments.clone();
    if (isRightToLeft()) {
      Arrays.setAll(put, i -> put[i] instanceof String text ? apart(text) : put[i]);
    }
    return new MessageFormat(bundle().getString(key), numbers()).format(put);
  }

  /**
   * A text that would turn its neighbours around is kept apart from them; others are as they are.
   */
  private static String apart(String text) {
    boolean turns =
        text.chars()
            .anyMatch(
                c -> Character.getDirectionality(c) == Character.DIRECTIONALITY_LEFT_TO_RIGHT);
    return turns ? isolated(text) : text;
  }

  /** Whether the language is written from right to left. */
  public boolean isRightToLeft() {
    return language.equals("ar");
  }

  /** A text without markup that has a direction of its own, whatever stands around it. */
  public static String isolated(String text) {
    return FIRST_STRONG_ISOLATE + text + POP_DIRECTIONAL_ISOLATE;
  }

  /** A phrase without arguments that may not be there. */
  public Optional<String> optional(String key) {
    return bundle().containsKey(key) ? Optional.of(text(key)) : Optional.empty();
  }

  private ResourceBundle bundle() {
    return ResourceBundle.getBundle(BUNDLE, Locale.of(language), EXACT);
  }

  /** Figures are written with the digits of the documents' codes in every language. */
  private Locale numbers() {
    return new Locale.Builder().setLanguage(language).setUnicodeLocaleKeyword("nu", "latn").build();
  }
}
