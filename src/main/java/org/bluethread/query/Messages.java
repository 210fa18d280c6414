package org.bluethread.query;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.bluethread.vocabulary.OfficialLanguages;

/** The sentences for askers, in the languages of the resource bundle. */
final class Messages {
  private static final Map<Locale, ResourceBundle> BUNDLES =
      OfficialLanguages.ALL.stream()
          .map(Locale::of)
          .collect(
              Collectors.toUnmodifiableMap(
                  language -> language,
                  language ->
                      ResourceBundle.getBundle(
                          "org.bluethread.query.messages",
                          language,
                          ResourceBundle.Control.getNoFallbackControl(
                              ResourceBundle.Control.FORMAT_PROPERTIES))));

  private Messages() {}

  /** A sentence in all languages, with what it speaks of filled in. */
  static Wording of(String key, String... arguments) {
    return new Wording(
        BUNDLES.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    bundle -> bundle.getKey().getLanguage(),
                    bundle ->
                        new MessageFormat(bundle.getValue().getString(key), bundle.getKey())
                            .format(arguments))));
  }
}
