package org.bluethread.lookup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * How labels and questions become terms: every text as words of any language, and as words of each
 * language that has an analyzer of its own. Texts are to be {@link TextVariants#unified} first.
 * Safe for use by many threads.
 */
final class LabelAnalysis implements AutoCloseable {

  private final Map<String, Analyzer> ofLanguage = analyzers();
  private final Analyzer sought = new AnyLanguageAnalyzer(AnyLanguageAnalyzer.Use.SOUGHT);
  private final Analyzer kept = new AnyLanguageAnalyzer(AnyLanguageAnalyzer.Use.KEPT);
  private final Analyzer beginnings = new AnyLanguageAnalyzer(AnyLanguageAnalyzer.Use.BEGINNINGS);

  /** A language is a line here. */
  private static Map<String, Analyzer> analyzers() {
    Map<String, Analyzer> analyzers = new LinkedHashMap<>();
    analyzers.put("ar", new ArabicAnalyzer());
    analyzers.put("en", new EnglishAnalyzer());
    analyzers.put("es", new SpanishAnalyzer());
    analyzers.put("fr", new FrenchAnalyzer());
    analyzers.put("ru", new RussianAnalyzer());
    analyzers.put("zh", new SmartChineseAnalyzer());
    analyzers.replaceAll((language, analyzer) -> new LanguageAnalyzer(analyzer));
    return Collections.unmodifiableMap(analyzers);
  }

  /** The primary subtag of a language tag, in lower case. */
  static String primary(String tag) {
    int end = tag.indexOf('-');
    return (end < 0 ? tag : tag.substring(0, end)).toLowerCase(Locale.ROOT);
  }

  /** The languages with an analyzer of their own, by primary subtag. */
  Set<String> languages() {
    return ofLanguage.keySet();
  }

  /** The analyzer that fills the word fields of {@link Schema}; closed with this. */
  Analyzer forIndex() {
    Map<String, Analyzer> byField = new HashMap<>();
    for (Schema.Names names : Schema.Names.values()) {
      byField.put(names.beginnings(), beginnings);
      ofLanguage.forEach((language, analyzer) -> byField.put(names.words(language), analyzer));
    }
    return new PerFieldAnalyzerWrapper(kept, byField);
  }

  /** The words to look for, as of any language. */
  List<String> words(String text) {
    return terms(sought, text);
  }

  /** The text as one term, the same for all its spellings; empty when it has no word. */
  Optional<String> whole(String text) {
    return Optional.of(String.join(" ", words(text))).filter(whole -> !whole.isEmpty());
  }

  /** The words to look for, as of one of the {@link #languages}; stop words are left out. */
  List<String> words(String language, String text) {
    return terms(ofLanguage.get(language), text);
  }

  /** Whether the word is a stop word in one of the languages at least. */
  boolean isStopWord(String word, Set<String> inLanguages) {
    return inLanguages.stream()
        .filter(ofLanguage::containsKey)
        .anyMatch(language -> words(language, word).isEmpty());
  }

  /** The beginning of the text that has the given number of words, or all of it. */
  String beginning(String text, int words) {
    List<Integer> ends = new ArrayList<>();
    read(sought, text, stream -> ends.add(stream.getAttribute(OffsetAttribute.class).endOffset()));
    return ends.size() <= words ? text : text.substring(0, ends.get(words - 1));
  }

  private static List<String> terms(Analyzer analyzer, String text) {
    List<String> terms = new ArrayList<>();
    read(
        analyzer,
        text,
        stream -> terms.add(stream.getAttribute(CharTermAttribute.class).toString()));
    return terms;
  }

  private static void read(Analyzer analyzer, String text, Consumer<TokenStream> eachTerm) {
    try (TokenStream stream = analyzer.tokenStream("", text)) {
      stream.reset();
      while (stream.incrementToken()) {
        eachTerm.accept(stream);
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot fail to be read", e);
    }
  }

  @Override
  public void close() {
    ofLanguage.values().forEach(Analyzer::close);
    sought.close();
    kept.close();
    beginnings.close();
  }
}
