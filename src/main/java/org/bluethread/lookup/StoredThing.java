package org.bluethread.lookup;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;

/** Reads what a document of {@link Schema} has stored, to be shown. */
final class StoredThing {

  private static final String ENGLISH = "en";
  private static final char PREFERRED = '+';
  private static final char OTHER = '-';

  private final Document document;

  StoredThing(Document document) {
    this.document = document;
  }

  /** Adds the label to the stored fields of a document. */
  static void store(Document document, Label label) {
    document.add(new StoredField(Schema.SHOWN_LABEL_TEXT, label.text()));
    document.add(
        new StoredField(
            Schema.SHOWN_LABEL_TAG, (label.preferred() ? PREFERRED : OTHER) + label.language()));
  }

  /** The IRI. */
  String iri() {
    return document.get(Schema.SHOWN_IRI);
  }

  /** The thing as a hit, named in the asker's language where it can be. */
  Hit hit(String language, double score) {
    Label best =
        bestLabel(language)
            .orElseGet(() -> new Label(slug().isEmpty() ? iri() : slug(), "", false));
    return new Hit(
        iri(),
        best.text(),
        best.language(),
        Set.of(document.getValues(Schema.SHOWN_TYPE)),
        List.of(document.getValues(Schema.SHOWN_CODE)),
        score);
  }

  private String slug() {
    return document.get(Schema.SHOWN_SLUG);
  }

  private Optional<Label> bestLabel(String language) {
    String asked = language.isEmpty() ? ENGLISH : LabelAnalysis.primary(language);
    return labels()
        .min(
            comparing((Label label) -> !LabelAnalysis.primary(label.language()).equals(asked))
                .thenComparing(label -> !LabelAnalysis.primary(label.language()).equals(ENGLISH))
                .thenComparing(label -> !label.preferred())
                .thenComparing(label -> !label.language().equalsIgnoreCase(language))
                .thenComparing(Label::language)
                .thenComparing(Label::text));
  }

  private Stream<Label> labels() {
    String[] texts = document.getValues(Schema.SHOWN_LABEL_TEXT);
    String[] tags = document.getValues(Schema.SHOWN_LABEL_TAG);
    return IntStream.range(0, texts.length)
        .mapToObj(i -> new Label(texts[i], tags[i].substring(1), tags[i].charAt(0) == PREFERRED));
  }
}
