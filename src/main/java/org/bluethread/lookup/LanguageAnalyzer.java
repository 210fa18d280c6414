package org.bluethread.lookup;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * One language's analyzer with the diacritics taken off its stems: stemmers need them, readers
 * leave them out.
 */
final class LanguageAnalyzer extends AnalyzerWrapper {

  private final Analyzer ofLanguage;

  LanguageAnalyzer(Analyzer ofLanguage) {
    super(ofLanguage.getReuseStrategy());
    this.ofLanguage = ofLanguage;
  }

  @Override
  protected Analyzer getWrappedAnalyzer(String field) {
    return ofLanguage;
  }

  @Override
  protected TokenStreamComponents wrapComponents(String field, TokenStreamComponents components) {
    return new TokenStreamComponents(
        components.getSource(), new ASCIIFoldingFilter(components.getTokenStream()));
  }

  @Override
  public void close() {
    ofLanguage.close();
    super.close();
  }
}
