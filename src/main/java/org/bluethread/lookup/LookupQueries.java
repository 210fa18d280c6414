package org.bluethread.lookup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** One text as Lucene queries, put together term by term: none of it is parsed as a query. */
final class LookupQueries {

  private static final String ENGLISH = "en";

  private final LabelAnalysis analysis;
  private final String text;
  private final String unified;
  private final String language;
  private final WordQueries words;

  /** Takes any text, and the asker's language tag. */
  LookupQueries(LabelAnalysis analysis, String text, String language) {
    this.analysis = analysis;
    this.text = text.strip();
    this.unified = TextVariants.unified(beginning(this.text));
    this.language = LabelAnalysis.primary(language);
    this.words = new WordQueries(analysis, this.language, unified);
  }

  /**
   * From strict to lenient; the first that finds something has the answer. First, all words are
   * wanted but for the stop words of the asker's language and of English; then, for a text in
   * another language, but for those of any language ({@code sea} is one in Spanish); then half of
   * the words will do.
   */
  Stream<Query> strictFirst() {
    Set<String> askers = Set.copyOf(List.of(language, ENGLISH));
    Set<String> any = analysis.languages();
    return Stream.<Supplier<Optional<Query>>>of(() -> all(askers), () -> all(any), () -> half(any))
        .map(Supplier::get)
        .flatMap(Optional::stream);
  }

  private Optional<Query> all(Set<String> stopLanguages) {
    List<Query> ways = new ArrayList<>();
    List<Query> tiers = new ArrayList<>(names());
    analysis.whole(unified).ifPresent(whole -> tiers.addAll(wholeLabels(whole)));
    words
        .all(Schema.Names.PREFERRED, stopLanguages)
        .ifPresent(
            preferred -> {
              tiers.add(Tier.PREFERRED_LABELS.of(preferred));
              ways.add(preferred);
            });
    words.all(Schema.Names.ALL, stopLanguages).ifPresent(ways::add);
    if (!tiers.isEmpty()) {
      ways.add(new DisjunctionMaxQuery(tiers, 0f));
    }
    return anyOf(ways);
  }

  private Optional<Query> half(Set<String> stopLanguages) {
    List<Query> ways = new ArrayList<>();
    words.half(Schema.Names.PREFERRED, stopLanguages).ifPresent(ways::add);
    words.half(Schema.Names.ALL, stopLanguages).ifPresent(ways::add);
    return anyOf(ways);
  }

  /** Things the text is the IRI, a code or the slug of; empty when it can be none of these. */
  Optional<Query> named() {
    return surest(names());
  }

  /** As {@link #named}, and things with a label that is the text as a whole. */
  Optional<Query> called() {
    List<Query> ways = names();
    analysis.whole(unified).ifPresent(whole -> ways.addAll(wholeLabels(whole)));
    return surest(ways);
  }

  private static Optional<Query> surest(List<Query> ways) {
    return ways.isEmpty() ? Optional.empty() : Optional.of(new DisjunctionMaxQuery(ways, 0f));
  }

  /** The query, restricted to things of at least one of the types; of all when none is given. */
  static Query ofTypes(Query query, Collection<String> types) {
    if (types.isEmpty()) {
      return query;
    }
    List<BytesRef> terms = types.stream().map(type -> new BytesRef(Schema.term(type))).toList();
    return new BooleanQuery.Builder()
        .add(query, Occur.MUST)
        .add(new TermInSetQuery(Schema.TYPE, terms), Occur.FILTER)
        .build();
  }

  private List<Query> names() {
    List<Query> names = new ArrayList<>();
    if (!text.isEmpty()) {
      names.add(Tier.IRI.of(term(Schema.IRI_SPELLING, Schema.term(IriPath.withoutScheme(text)))));
    }
    for (String spelling :
        CodeSpelling.of(beginning(text)).map(CodeSpelling::sought).orElse(Set.of())) {
      names.add(Tier.CODE.of(term(Schema.CODE, spelling)));
      names.add(Tier.OWNED_CODE.of(term(Schema.OWNED_CODE, spelling)));
      names.add(Tier.SLUG.of(term(Schema.SLUG, spelling)));
    }
    return names;
  }

  private static List<Query> wholeLabels(String whole) {
    return List.of(
        Tier.WHOLE_PREFERRED_LABEL.of(term(Schema.Names.PREFERRED.whole(), whole)),
        Tier.WHOLE_LABEL.of(term(Schema.Names.ALL.whole(), whole)));
  }

  private static Optional<Query> anyOf(List<Query> ways) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    ways.forEach(way -> any.add(way, Occur.SHOULD));
    return ways.isEmpty() ? Optional.empty() : Optional.of(any.build());
  }

  private static Query term(String field, String text) {
    return new TermQuery(new Term(field, text));
  }

  private static String beginning(String text) {
    int max = org.bluethread.lookup.Query.MAX_TEXT;
    if (text.length() <= max) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
  }
}
