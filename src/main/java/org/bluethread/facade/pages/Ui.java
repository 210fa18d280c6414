package org.bluethread.facade.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.bluethread.vocabulary.Addresses;

/**
 * What every template needs besides its page: the words of the interface in one language, and
 * addresses.
 *
 * @param language one of the six languages of the United Nations
 * @param path the path of the page, without parameters
 * @param parameters the parameters of the page's address
 */
public record Ui(String language, String path, Map<String, List<String>> parameters) {
  private static final ResourceBundle.Control EXACT =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  /** Copies the parameters. */
  public Ui {
    parameters = Map.copyOf(parameters);
  }

  /**
   * Words of the interface.
   *
   * @param key their key in {@code words_*.properties}
   * @param arguments what stands for {0}, {1} …
   */
  public String text(String key, Object... arguments) {
    ResourceBundle words =
        ResourceBundle.getBundle("org.bluethread.facade.pages.words", locale(), EXACT);
    return new MessageFormat(words.getString(key), locale()).format(arguments);
  }

  /** The direction of writing, as HTML's {@code dir} has it. */
  public String direction() {
    return language.equals("ar") ? "rtl" : "ltr";
  }

  /** The address of this page in another language. */
  public String inLanguage(String other) {
    Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
    changed.put("lang", List.of(other));
    return path
        + changed.entrySet().stream()
            .flatMap(
                field ->
                    field.getValue().stream()
                        .map(value -> encode(field.getKey()) + "=" + encode(value)))
            .collect(Collectors.joining("&", "?", ""));
  }

  /** Where an IRI is shown: on this server if it is one of ours, else at its own address. */
  public String link(String iri) {
    if (!iri.startsWith(Addresses.BASE)) {
      return iri.matches("(?i)https?://.*") ? iri : "#";
    }
    String here = "/" + iri.substring(Addresses.BASE.length());
    int fragment = here.indexOf('#');
    String page = fragment < 0 ? here : here.substring(0, fragment);
    return page + "?lang=" + language + (fragment < 0 ? "" : here.substring(fragment));
  }

  private Locale locale() {
    return Locale.of(language);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
