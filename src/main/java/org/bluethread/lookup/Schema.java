package org.bluethread.lookup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.lucene.util.Version;

/**
 * The fields of a document and what they hold. Key fields hold whole terms; word fields hold
 * analysed ones, each for all labels and for the preferred ones alone. No field is of two sorts:
 * Lucene wants a field the same in every document, and a code need not have a spelling.
 */
final class Schema {

  /**
   * Which program can read an index. Raise the number with every change of fields, analysis or
   * spelling rules: an index of another format is discarded when it is opened.
   */
  static final String FORMAT = "1, Lucene " + Version.LATEST;

  /** The IRI: the document's identity (key), and its place among equals (sorted). */
  static final String IRI = "iri";

  /** The IRI as people mix it up: http and https are the same (key). */
  static final String IRI_SPELLING = "iri.spelling";

  /** Class IRIs (key). */
  static final String TYPE = "type";

  /** Spellings of the codes (key). */
  static final String CODE = "code";

  /** Spellings of the codes with the owner before them (key). */
  static final String OWNED_CODE = "code.owned";

  /** Spellings of the slug, with and without the owner (key). */
  static final String SLUG = "slug";

  /** What is shown of a thing as it was fed (stored); a label's text stands beside its tag. */
  static final String SHOWN_IRI = "shown.iri";

  static final String SHOWN_TYPE = "shown.type";
  static final String SHOWN_CODE = "shown.code";
  static final String SHOWN_SLUG = "shown.slug";
  static final String SHOWN_LABEL_TEXT = "shown.label.text";
  static final String SHOWN_LABEL_TAG = "shown.label.tag";

  private static final int LONGEST_TERM = 8_000;

  private Schema() {}

  /** Which labels a word field holds. */
  enum Names {
    ALL("all"),
    PREFERRED("preferred");

    private final String prefix;

    Names(String prefix) {
      this.prefix = prefix;
    }

    /** Whole labels (key). */
    String whole() {
      return prefix + ".whole";
    }

    /** Words of any language as they stand; for {@link #ALL}, codes and slug as well. */
    String words() {
      return prefix + ".words";
    }

    /** Beginnings of the same words. */
    String beginnings() {
      return prefix + ".beginnings";
    }

    /** Words of the labels in one language, by that language's analyzer. */
    String words(String language) {
      return prefix + ".words." + language;
    }
  }

  /** The text as a term Lucene accepts; one too long is cut, and told apart by its hash. */
  static String term(String text) {
    if (text.length() <= LONGEST_TERM) {
      return text;
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return text.substring(0, LONGEST_TERM) + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
