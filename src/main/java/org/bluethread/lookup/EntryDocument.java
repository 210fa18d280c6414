package org.bluethread.lookup;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** Writes an entry as a document of {@link Schema}. */
final class EntryDocument {

  private static final FieldType WORDS = words();

  private final LabelAnalysis analysis;

  EntryDocument(LabelAnalysis analysis) {
    this.analysis = analysis;
  }

  /** The document of an entry. */
  Document of(Entry entry) {
    Document document = new Document();
    String iri = Schema.term(entry.iri());
    document.add(new StringField(Schema.IRI, iri, Field.Store.NO));
    document.add(new SortedDocValuesField(Schema.IRI, new BytesRef(iri)));
    document.add(new StoredField(Schema.SHOWN_IRI, entry.iri()));
    key(document, Schema.IRI_SPELLING, Schema.term(IriPath.withoutScheme(entry.iri())));
    for (String type : new TreeSet<>(entry.types())) {
      key(document, Schema.TYPE, Schema.term(type));
      document.add(new StoredField(Schema.SHOWN_TYPE, type));
    }
    codes(document, entry);
    for (Label label : entry.labels()) {
      StoredThing.store(document, label);
      label(document, label);
    }
    return document;
  }

  private static void codes(Document document, Entry entry) {
    IriPath path = IriPath.of(entry.iri());
    Set<String> words = new TreeSet<>();
    for (String code : new TreeSet<>(entry.codes())) {
      document.add(new StoredField(Schema.SHOWN_CODE, code));
      words.add(code);
      spelling(code, path)
          .ifPresent(
              spelling -> {
                words.add(spelling.key());
                keys(document, Schema.CODE, spelling.held());
                owned(spelling, path)
                    .ifPresent(owned -> keys(document, Schema.OWNED_CODE, owned.held()));
              });
    }
    document.add(new StoredField(Schema.SHOWN_SLUG, entry.slug()));
    words.add(entry.slug());
    spelling(entry.slug(), path)
        .ifPresent(
            spelling -> {
              keys(document, Schema.SLUG, spelling.held());
              owned(spelling, path).ifPresent(owned -> keys(document, Schema.SLUG, owned.held()));
            });
    words.forEach(word -> words(document, Schema.Names.ALL, word));
  }

  /** A code longer than any question has no spelling to be found by. */
  private static Optional<CodeSpelling> spelling(String code, IriPath path) {
    return code.length() > Query.MAX_TEXT
        ? Optional.empty()
        : CodeSpelling.of(code).map(spelling -> spelling.orOf(path.kinds()));
  }

  private static Optional<CodeSpelling> owned(CodeSpelling spelling, IriPath path) {
    return path.owner().map(spelling::ownedBy);
  }

  private void label(Document document, Label label) {
    label(document, label, Schema.Names.ALL);
    if (label.preferred()) {
      label(document, label, Schema.Names.PREFERRED);
    }
  }

  private void label(Document document, Label label, Schema.Names names) {
    words(document, names, label.text());
    String unified = TextVariants.unified(label.text());
    String language = LabelAnalysis.primary(label.language());
    if (analysis.languages().contains(language)) {
      document.add(new Field(names.words(language), unified, WORDS));
    }
    if (label.text().length() <= Query.MAX_TEXT) {
      analysis.whole(unified).ifPresent(whole -> key(document, names.whole(), whole));
    }
  }

  private static void words(Document document, Schema.Names names, String text) {
    String unified = TextVariants.unified(text);
    document.add(new Field(names.words(), unified, WORDS));
    document.add(new Field(names.beginnings(), unified, WORDS));
  }

  private static void keys(Document document, String field, Set<String> terms) {
    terms.forEach(term -> key(document, field, term));
  }

  private static void key(Document document, String field, String term) {
    document.add(new StringField(field, term, Field.Store.NO));
  }

  private static FieldType words() {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(IndexOptions.DOCS);
    type.freeze();
    return type;
  }
}
