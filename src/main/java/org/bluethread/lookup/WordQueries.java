package org.bluethread.lookup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * The words of one text as Lucene queries. A word is found as it stands, or as an inflection in any
 * of the languages; the last one also as the beginning of a word. Words may be found in different
 * labels of a thing. Stop words need not be found, but one that is counts.
 */
final class WordQueries {

  private static final float ASKED_LANGUAGE = 1.25f;
  private static final float BEGINNING = 0.5f;
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final LabelAnalysis analysis;
  private final String language;
  private final String text;

  /**
   * Takes a text in which variants are {@link TextVariants#unified}, and the primary subtag of the
   * asker's language.
   */
  WordQueries(LabelAnalysis analysis, String language, String text) {
    this.analysis = analysis;
    this.language = language;
    this.text = analysis.beginning(text, org.bluethread.lookup.Query.MAX_TERMS);
  }

  /**
   * Things with all the words, but for stop words of the languages; empty when the text has none.
   */
  Optional<Query> all(Schema.Names names, Set<String> stopLanguages) {
    List<String> units = withWords(Arrays.stream(SPACE.split(text)));
    List<Query> wanted = units(units, names, unit -> !analysis.isStopWord(unit, stopLanguages));
    List<Query> stopWords = units(units, names, unit -> analysis.isStopWord(unit, stopLanguages));
    if (wanted.isEmpty()) {
      return stopWords.isEmpty() ? Optional.empty() : Optional.of(allOf(stopWords, List.of()));
    }
    return Optional.of(allOf(wanted, stopWords));
  }

  /** Things with half the words that are no stop words; empty when there are fewer than two. */
  Optional<Query> half(Schema.Names names, Set<String> stopLanguages) {
    List<String> units = withWords(analysis.words(text).stream());
    List<Query> wanted = units(units, names, word -> !analysis.isStopWord(word, stopLanguages));
    return wanted.size() < 2 ? Optional.empty() : Optional.of(halfOf(wanted));
  }

  private List<String> withWords(Stream<String> units) {
    return units.filter(unit -> !analysis.words(unit).isEmpty()).toList();
  }

  private List<Query> units(List<String> units, Schema.Names names, Predicate<String> which) {
    return IntStream.range(0, units.size())
        .filter(i -> which.test(units.get(i)))
        .mapToObj(i -> unit(units.get(i), i == units.size() - 1, names))
        .toList();
  }

  /**
   * What stands between two spaces: one word, or several without space between, all wanted. An
   * analyzer that takes it to many more pieces is not meant for such text, and would let a text
   * outgrow the clauses Lucene allows.
   */
  private Query unit(String unit, boolean last, Schema.Names names) {
    List<Query> ways = new ArrayList<>();
    List<String> words = analysis.words(unit);
    ways.add(allOf(terms(names.words(), words), List.of()));
    for (String other : analysis.languages()) {
      List<String> stems = analysis.words(other, unit);
      if (!stems.isEmpty() && stems.size() <= words.size() + 1) {
        Query way = allOf(terms(names.words(other), stems), List.of());
        ways.add(other.equals(language) ? new BoostQuery(way, ASKED_LANGUAGE) : way);
      }
    }
    if (last) {
      List<Query> begun = terms(names.words(), words.subList(0, words.size() - 1));
      begun.add(new TermQuery(new Term(names.beginnings(), words.getLast())));
      ways.add(new BoostQuery(allOf(begun, List.of()), BEGINNING));
    }
    return new DisjunctionMaxQuery(ways, 0f);
  }

  private static List<Query> terms(String field, List<String> words) {
    List<Query> terms = new ArrayList<>();
    words.stream().distinct().forEach(word -> terms.add(new TermQuery(new Term(field, word))));
    return terms;
  }

  private static Query allOf(List<Query> wanted, List<Query> optional) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    wanted.forEach(query -> all.add(query, Occur.MUST));
    optional.forEach(query -> all.add(query, Occur.SHOULD));
    return all.build();
  }

  private static Query halfOf(List<Query> wanted) {
    BooleanQuery.Builder half = new BooleanQuery.Builder();
    wanted.forEach(query -> half.add(query, Occur.SHOULD));
    return half.setMinimumNumberShouldMatch((wanted.size() + 1) / 2).build();
  }
}
