package org.bluethread.facade.words;

import java.text.MessageFormat;
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
  private static final ResourceBundle.Control EXACT =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  /**
   * A phrase.
   *
   * @param arguments what stands for {0}, {1} …
   */
  public String text(String key, Object... arguments) {
    return new MessageFormat(bundle().getString(key), numbers()).format(arguments);
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
