package org.bluethread.gate;

import java.text.MessageFormat;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.shacl.engine.ShaclPaths;
import org.apache.jena.shacl.validation.ReportEntry;

/**
 * Words for a result: the shape's own messages by language, and, for a language the shape does not
 * speak, a general sentence for the constraint component from the resource bundle.
 */
final class Messages {
  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.CHINESE);

  private final Map<Locale, ResourceBundle> bundles =
      new TreeMap<>(java.util.Comparator.comparing(Locale::toLanguageTag));

  Messages() {
    for (Locale language : LANGUAGES) {
      bundles.put(language, bundle(language));
    }
  }

  private static ResourceBundle bundle(Locale language) {
    return ResourceBundle.getBundle(
        "org.bluethread.gate.messages",
        language,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
  }

  /** What stands before the results that the data had before the change. */
  static String standing(String language) {
    return said(language, "standing");
  }

  /** That all targets of a shape were judged, and why. */
  static String searchedWhole(String language, Node shape) {
    return said(language, "whole", NodeFmtLib.displayStr(shape));
  }

  /** That there are more results than are listed. */
  static String unlisted(String language, long number) {
    return said(language, "unlisted", Long.toString(number));
  }

  private static String said(String language, String key, Object... arguments) {
    Locale words = language.equals("zh") ? Locale.CHINESE : Locale.ENGLISH;
    return new MessageFormat(bundle(words).getString(key), words).format(arguments);
  }

  /** A message with the place in a table before it; the place is named in Chinese or English. */
  static String placed(String language, String message, long line, Collection<String> columns) {
    return said(language, "place", Long.toString(line), String.join(", ", columns), message);
  }

  /** The messages of a result by language tag, English and Chinese among them. */
  Map<String, String> of(ReportEntry entry) {
    Map<String, String> messages = new TreeMap<>();
    for (Node message : entry.messages()) {
      if (message.isLiteral() && !message.getLiteralLanguage().isEmpty()) {
        messages.merge(
            message.getLiteralLanguage(),
            message.getLiteralLexicalForm(),
            (one, other) -> one + "\n" + other);
      }
    }
    bundles.forEach(
        (language, bundle) ->
            messages.computeIfAbsent(language.getLanguage(), tag -> general(entry, language)));
    return messages;
  }

  private String general(ReportEntry entry, Locale language) {
    ResourceBundle bundle = bundles.get(language);
    String component = entry.sourceConstraintComponent().getLocalName();
    String pattern = bundle.getString(bundle.containsKey(component) ? component : "other");
    return new MessageFormat(pattern, language)
        .format(
            new Object[] {
              entry.resultPath() == null ? "" : ShaclPaths.pathToString(entry.resultPath()),
              entry.value() == null ? "" : NodeFmtLib.displayStr(entry.value()),
              entry.messages().stream()
                  .filter(message -> message.isLiteral())
                  .map(Node::getLiteralLexicalForm)
                  .findFirst()
                  .orElse("")
            });
  }
}
