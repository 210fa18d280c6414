package org.bluethread.publish.informea;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.SKOS;
import org.bluethread.vocabulary.BT;

/** Reads treaties, and which treaty organs act under. */
final class TreatyReader implements RecordReader {
  private static final Node CODE = BT.treatyCode.asNode();

  /** Most instruments are no treaties: those that are have a code. */
  @Override
  public boolean isMeant(Node thing, Reading reading) {
    return reading.text(thing, CODE).isPresent();
  }

  @Override
  public Draft read(Node thing, Reading reading) {
    String code = reading.text(thing, CODE).orElseGet(() -> Identifiers.of(thing));
    Map<String, String> names = Texts.names(reading, thing);
    Optional<String> english = Optional.ofNullable(names.get(Texts.ENGLISH));
    Optional<String> official =
        reading
            .literals(thing, BT.officialLabelIn.asNode())
            .map(Node::getLiteralLexicalForm)
            .filter(Texts.ENGLISH::equals)
            .findFirst()
            .flatMap(language -> english);
    return new Draft(Model.TREATIES, thing, code)
        .put("url", Optional.of(thing.toString()))
        .put("titleEnglish", english)
        .put("officialNameEnglish", official)
        .put(
            "treatyWebsiteURL",
            reading.objects(thing, FOAF.homepage.asNode()).stream().map(Node::toString).findFirst())
        .needTexts("title", names)
        .texts(
            "description", Texts.joined(reading.literals(thing, SKOS.scopeNote.asNode()).toList()));
  }

  /** The code of the one treaty that organs act under; empty if it is none, or several. */
  static Optional<String> code(Reading reading, List<Node> organs) {
    TreeSet<String> codes = new TreeSet<>();
    organs.forEach(organ -> reading.text(organ, CODE).ifPresent(codes::add));
    return codes.size() == 1 ? Optional.of(codes.first()) : Optional.empty();
  }

  /** The treaty with a code, if it has a record. */
  List<Row> withCode(Reading reading, String code) {
    Node literal = NodeFactory.createLiteralString(code);
    return reading.subjects(CODE, literal).stream()
        .filter(thing -> reading.isA(thing, BT.Instrument))
        .map(thing -> read(thing, reading))
        .filter(Draft::isComplete)
        .map(Draft::row)
        .toList();
  }
}
