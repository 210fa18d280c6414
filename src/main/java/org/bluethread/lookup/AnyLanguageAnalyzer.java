package org.bluethread.lookup;

import java.io.Reader;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Words of any language as they stand, unstemmed: split by the Unicode rules and at apostrophes,
 * lower case, without diacritics; Chinese, Japanese and Korean runs as pairs of neighbouring
 * characters.
 */
final class AnyLanguageAnalyzer extends Analyzer {

  /** What the terms are for. */
  enum Use {
    /** To be kept: single characters beside the pairs, so that one character is found too. */
    KEPT,
    /** To be kept as beginnings: every beginning of every word. */
    BEGINNINGS,
    /** To be looked for, in either of the above. */
    SOUGHT
  }

  /** Longer beginnings are found only as whole words. */
  private static final int LONGEST_BEGINNING = 30;

  private static final NormalizeCharMap APOSTROPHES_PART = apostrophesPart();

  private final Use use;

  AnyLanguageAnalyzer(Use use) {
    this.use = use;
  }

  @Override
  protected Reader initReader(String field, Reader reader) {
    return new MappingCharFilter(APOSTROPHES_PART, reader);
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    StandardTokenizer words = new StandardTokenizer();
    TokenStream folded =
        new ASCIIFoldingFilter(
            new ArabicNormalizationFilter(new DecimalDigitFilter(new LowerCaseFilter(words))));
    TokenStream terms = new CJKBigramFilter(folded, allScripts(), use == Use.KEPT);
    return new TokenStreamComponents(
        words,
        use == Use.BEGINNINGS
            ? new EdgeNGramTokenFilter(terms, 1, LONGEST_BEGINNING, true)
            : terms);
  }

  private static int allScripts() {
    return CJKBigramFilter.HAN
        | CJKBigramFilter.HIRAGANA
        | CJKBigramFilter.KATAKANA
        | CJKBigramFilter.HANGUL;
  }

  private static NormalizeCharMap apostrophesPart() {
    NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
    map.add("'", " ");
    return map.build();
  }
}
