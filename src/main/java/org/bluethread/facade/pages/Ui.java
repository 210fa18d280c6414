package org.bluethread.facade.pages;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bluethread.facade.words.Words;
import org.bluethread.vocabulary.Addresses;

/**
 * What every template needs besides its page: the words of the interface in one language, and
 * addresses.
 *
 * @param language one of the six languages of the United Nations
 * @param path the path of the page, without parameters
 * @param parameters the parameters of the page's address
 * @param repeatable whether the address alone gives the page again: not after a POST
 * @param elsewhere when a store elsewhere was last read; empty if the store is this program's own
 */
public record Ui(
    String language,
    String path,
    Map<String, List<String>> parameters,
    boolean repeatable,
    Optional<String> elsewhere) {
  private static final String LANGUAGE = "lang";

  /** The languages with their own names, in the order of the switch. */
  private static final Map<String, String> LANGUAGES = languages();

  /** Copies the parameters; a path stays one on this host, however it begins. */
  public Ui {
    path = "/" + path.replaceFirst("^[/\\\\]+", "");
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  private static Map<String, String> languages() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("ar", "العربية");
    names.put("zh", "中文");
    names.put("en", "English");
    names.put("fr", "Français");
    names.put("ru", "Русский");
    names.put("es", "Español");
    return Collections.unmodifiableMap(names);
  }

  /** The tags of the languages offered, with what each calls itself. */
  public Map<String, String> offered() {
    return LANGUAGES;
  }

  /** Which state of the graph a page is of: a commit, or when a store elsewhere was last read. */
  public String state(long commit) {
    return elsewhere
        .map(time -> text("store.state", time))
        .orElseGet(() -> text("thing.commit", commit));
  }

  /** Whether there is a log of commits, to which pages may lead: not of a store elsewhere. */
  public boolean hasCommits() {
    return elsewhere.isEmpty();
  }

  /** How many statements the graph has, and which state of it that is of. */
  public String figures(long statements, long commit) {
    return elsewhere
        .map(time -> text("store.figures", statements, time))
        .orElseGet(() -> text("start.figures", statements, commit));
  }

  /**
   * Words of the interface.
   *
   * @param key their key in {@code words_*.properties}
   * @param arguments what stands for {0}, {1} …
   */
  public String text(String key, Object... arguments) {
    return new Words(language).text(key, arguments);
  }

  /** The direction of writing, as HTML's {@code dir} has it. */
  public String direction() {
    return new Words(language).isRightToLeft() ? "rtl" : "ltr";
  }

  /**
   * The value of a {@code lang} attribute; null, which leaves it out, where it would add nothing.
   */
  String lang(String other) {
    return other.isEmpty() || other.equals(language) ? null : other;
  }

  /** What {@code aria-current} says of a link; null, which leaves it out, if it leads elsewhere. */
  String current(boolean here) {
    return here ? "page" : null;
  }

  /** The text of the search box. */
  String searched() {
    List<String> values = parameters.getOrDefault("q", List.of());
    return path.equals("/search") && !values.isEmpty() ? values.get(0) : "";
  }

  /** Whether the address, rather than the reader's browser, names the language. */
  public boolean languageInAddress() {
    return parameters.containsKey(LANGUAGE);
  }

  /** The address of this page in another language. */
  public String inLanguage(String other) {
    Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
    changed.put(LANGUAGE, List.of(other));
    return path
        + changed.entrySet().stream()
            .flatMap(
                field ->
                    field.getValue().stream()
                        .map(value -> encode(field.getKey()) + "=" + encode(value)))
            .collect(Collectors.joining("&", "?", ""));
  }

  /** A path of this server, which goes on in the language of this page. */
  public String to(String here) {
    if (!languageInAddress()) {
      return here;
    }
    int fragment = here.indexOf('#');
    String page = fragment < 0 ? here : here.substring(0, fragment);
    String rest = fragment < 0 ? "" : here.substring(fragment);
    return page + (page.contains("?") ? "&" : "?") + "lang=" + language + rest;
  }

  /** What every IRI of ours begins with. */
  String base() {
    return Addresses.BASE;
  }

  /** The address of a style sheet, script or picture. */
  public String asset(String name) {
    return Assets.address(name);
  }

  /**
   * Where an IRI is shown: on this server if it is one of ours, else at its own address.
   *
   * @return a path of this server, a fragment of this page, or an address of the schemes http and
   *     https; empty for every other IRI, and for those of ours that have no page
   */
  public Optional<String> link(String iri) {
    if (!isAddress(iri)) {
      return Optional.empty();
    }
    if (!iri.startsWith(Addresses.BASE)) {
      return Optional.of(iri);
    }
    String here = "/" + iri.substring(Addresses.BASE.length());
    int fragment = here.indexOf('#');
    if (fragment > 0 && path.equals(here.substring(0, fragment) + ".html")) {
      return Optional.of(here.substring(fragment));
    }
    return here.matches("(?s)/(id|graph|\\.well-known/genid)/.*|/(ontology|shapes)([?#/].*)?")
        ? Optional.of(to(here))
        : Optional.empty();
  }

  /** Whether a link of {@link #link} leads to another host. */
  public boolean leadsAway(String href) {
    return !href.startsWith("/") && !href.startsWith("#");
  }

  private static boolean isAddress(String iri) {
    try {
      URI address = new URI(iri);
      return address.getScheme() != null
          && address.getScheme().matches("(?i)https?")
          && address.getRawAuthority() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** A text as a part of an address. */
  String encoded(String text) {
    return encode(text).replace("+", "%20");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
