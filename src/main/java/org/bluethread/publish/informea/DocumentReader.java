package org.bluethread.publish.informea;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;
import org.bluethread.vocabulary.BT;

/** Reads documents and publications. */
final class DocumentReader implements RecordReader {
  private final TreatyReader treaties = new TreatyReader();
  private final String type;

  /**
   * @param type what records say they are
   */
  DocumentReader(String type) {
    this.type = type;
  }

  @Override
  public Draft read(Node thing, Reading reading) {
    Optional<String> treaty = treaty(reading, thing);
    return new Draft(Model.DOCUMENTS, thing, type + ":" + Identifiers.of(thing))
        .put("published", Days.earliest(reading, thing, DCTerms.date.asNode()))
        .put("treaty", treaty)
        .shared("treaties", treaty.map(code -> treaties.withCode(reading, code)).orElse(List.of()))
        .part("authors", authors(reading, thing))
        .texts("description", Texts.joined(reading.literals(thing, SKOS.note.asNode()).toList()))
        .part("files", files(reading, thing))
        .part(
            "identifiers",
            reading
                .literals(thing, SKOS.notation.asNode())
                .map(one -> Map.of("name", "symbol", "value", one.getLiteralLexicalForm()))
                .toList())
        .part("keywords", keywords(reading, thing))
        .part("referenceToEntities", references(reading, thing))
        .needTexts("title", Texts.names(reading, thing))
        .part("types", List.of(Map.of("value", type)));
  }

  /** That of who publishes or prepared it, else that of who holds the meeting it was put before. */
  private static Optional<String> treaty(Reading reading, Node thing) {
    List<Node> makers =
        Stream.of(DCTerms.publisher.asNode(), BT.preparedBy.asNode())
            .flatMap(property -> reading.objects(thing, property).stream())
            .toList();
    return TreatyReader.code(reading, makers)
        .or(
            () ->
                TreatyReader.code(
                    reading,
                    reading.objects(thing, BT.presentedAt.asNode()).stream()
                        .flatMap(
                            meeting -> reading.subjects(BT.holdsMeeting.asNode(), meeting).stream())
                        .toList()));
  }

  private static List<Map<String, String>> authors(Reading reading, Node thing) {
    return reading.objects(thing, BT.preparedBy.asNode()).stream()
        .flatMap(
            maker ->
                Texts.english(reading, maker)
                    .map(name -> Map.of("name", name, "type", kind(reading, maker))))
        .toList();
  }

  private static String kind(Reading reading, Node maker) {
    return reading.isA(maker, BT.Person) ? "person" : "organization";
  }

  private static List<Map<String, String>> files(Reading reading, Node thing) {
    return Stream.of(FOAF.homepage.asNode(), FOAF.page.asNode())
        .flatMap(property -> reading.objects(thing, property).stream())
        .filter(Node::isURI)
        .distinct()
        .map(address -> Map.of("url", address.getURI()))
        .toList();
  }

  private static List<Map<String, String>> keywords(Reading reading, Node thing) {
    return Keywords.terms(reading, Keywords.concerns(reading, List.of(thing))).stream()
        .map(
            one ->
                Map.of(
                    "literalForm",
                    one.get("term"),
                    "scope",
                    one.get("namespace"),
                    "termURI",
                    one.get("termURI")))
        .toList();
  }

  /** The decisions it cites, whether or not they have records. */
  private static List<Map<String, String>> references(Reading reading, Node thing) {
    return reading.objects(thing, BT.cites.asNode()).stream()
        .filter(cited -> reading.isA(cited, BT.Decision))
        .map(cited -> Map.of("type", "decision", "refId", Identifiers.of(cited)))
        .toList();
  }
}
