package org.bluethread.gate;

import java.text.MessageFormat;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.shacl.engine.ShaclPaths;
import org.apache.jena.shacl.validation.ReportEntry;

/**
 * Words for a result: the shape's own messages by language, and, for a language the shape does not
 * speak, a general sentence for the constraint component from the resource bundle.
 */
final class Messages {
  /** The languages of the United Nations, English first. */
  static final List<String> LANGUAGES = List.of("en", "zh", "fr", "es", "ru", "ar");

  private static final Map<String, ResourceBundle> BUNDLES =
      LANGUAGES.stream()
          .collect(Collectors.toUnmodifiableMap(language -> language, Messages::bundle));

  private Messages() {}

  private static ResourceBundle bundle(String language) {
    return ResourceBundle.getBundle(
        "org.bluethread.gate.messages",
        Locale.of(language),
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
    String words = BUNDLES.containsKey(language) ? language : "en";
    return new MessageFormat(BUNDLES.get(words).getString(key), Locale.of(words)).format(arguments);
  }

  /** A message with the place in a table before it. */
  static String placed(String language, String message, long line, Collection<String> columns) {
    return said(language, "place", Long.toString(line), String.join(", ", columns), message);
  }

  /**
   * The messages of a result by language tag: those of the shape, English and Chinese ones at the
   * least. A shape that says nothing itself is spoken for in all {@link #LANGUAGES}; where it has
   * words, a general sentence in a third language would say less than they do.
   */
  static Map<String, String> of(ReportEntry entry) {
    Map<String, String> messages = new TreeMap<>();
    for (Node message : entry.messages()) {
      if (message.isLiteral() && !message.getLiteralLanguage().isEmpty()) {
        messages.merge(
            message.getLiteralLanguage(),
            message.getLiteralLexicalForm(),
            (one, other) -> one + "\n" + other);
      }
    }
    for (String language : messages.isEmpty() ? LANGUAGES : LANGUAGES.subList(0, 2)) {
      messages.computeIfAbsent(language, absent -> general(entry, absent));
    }
    return messages;
  }

  private static String general(ReportEntry entry, String language) {
    ResourceBundle bundle = BUNDLES.get(language);
    String component = entry.sourceConstraintComponent().getLocalName();
    String pattern = bundle.getString(bundle.containsKey(component) ? component : "other");
    return new MessageFormat(pattern, Locale.of(language))
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
