package org.bluethread.query;

import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** What the value of a parameter may be, and which RDF term it becomes. */
public enum ParameterKind {
  /** A thing of a class; becomes its IRI. */
  THING,
  /** A citable unit of a document; becomes its IRI. */
  UNIT,
  /** A year of four digits; becomes an {@code xsd:gYear}. */
  YEAR,
  /** A whole number of at most 18 digits; becomes an {@code xsd:integer}. */
  INTEGER,
  /** A number with or without decimals, not an exponent; becomes an {@code xsd:decimal}. */
  DECIMAL,
  /** Any text; becomes a plain literal. */
  TEXT,
  /**
   * A BCP 47 language tag; becomes a plain literal of the language alone ({@code zh-CN} is {@code
   * zh}), which is how labels are tagged.
   */
  LANGUAGE;

  private static final Pattern FOUR_DIGITS = Pattern.compile("[0-9]{4}");
  private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?[0-9]{1,18}");
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,18}(\\.[0-9]{1,18})?");

  /** The kind by the word that files write for it. */
  static Optional<ParameterKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** The words that files may write, for messages. */
  static String words() {
    return Arrays.stream(values()).map(ParameterKind::word).collect(Collectors.joining(", "));
  }

  /** The word that files write for this kind. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether values name something in the graph, so that only the graph can tell what they mean. */
  public boolean isInGraph() {
    return this == THING || this == UNIT;
  }

  /**
   * The literal that a value stands for; empty if it does not have the form.
   *
   * @param value without white space around it
   * @throws IllegalStateException for kinds whose values are in the graph
   */
  Optional<Node> literal(String value) {
    return switch (this) {
      case YEAR -> typed(value, FOUR_DIGITS, XSDDatatype.XSDgYear);
      case INTEGER -> typed(value, WHOLE_NUMBER, XSDDatatype.XSDinteger);
      case DECIMAL -> typed(value, NUMBER, XSDDatatype.XSDdecimal);
      case TEXT -> Optional.of(NodeFactory.createLiteralString(value));
      case LANGUAGE -> language(value).map(NodeFactory::createLiteralString);
      case THING, UNIT -> throw new IllegalStateException(this + " is not a literal");
    };
  }

  private static Optional<Node> typed(String value, Pattern form, XSDDatatype datatype) {
    return form.matcher(value).matches()
        ? Optional.of(NodeFactory.createLiteralDT(value, datatype))
        : Optional.empty();
  }

  private static Optional<String> language(String tag) {
    try {
      String language = new Locale.Builder().setLanguageTag(tag).build().getLanguage();
      return language.isEmpty() ? Optional.empty() : Optional.of(language);
    } catch (IllformedLocaleException e) {
      return Optional.empty();
    }
  }
}
