package org.bluethread.publish.informea;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;
import org.bluethread.vocabulary.BT;

/** Reads meetings. */
final class MeetingReader implements RecordReader {
  /** The status of a meeting whose first day is not known. */
  private static final String WITHOUT_DATE = "nodate";

  @Override
  public Draft read(Node thing, Reading reading) {
    Optional<Instant> start = Days.start(reading, thing);
    List<Node> places = reading.objects(thing, BT.inPlace.asNode());
    return new Draft(Model.MEETINGS, thing, Identifiers.of(thing))
        .need(
            "treaty",
            treaty(reading, thing),
            "No treaty is known that the organ which holds or organizes it acts under, or several"
                + " are (bt:holdsMeeting or bt:organizedBy, bt:treatyCode).")
        .put("url", Optional.of(thing.toString()))
        .put("start", start)
        .put("end", start.flatMap(day -> Days.end(reading, thing)))
        .put("status", start.isPresent() ? Optional.empty() : Optional.of(WITHOUT_DATE))
        .need(
            "city",
            places.stream()
                .filter(place -> !isCountry(reading, place))
                .flatMap(place -> Texts.english(reading, place))
                .findFirst(),
            "No place with a name in English is known that is not a whole country (bt:inPlace).")
        .need(
            "country",
            country(reading, places),
            "No country is known: of the meeting, or of its place (bt:inPlace, dcterms:isPartOf,"
                + " bt:alpha2Code).")
        .needTexts("title", Texts.names(reading, thing))
        .texts("description", Texts.joined(reading.literals(thing, SKOS.note.asNode()).toList()));
  }

  private static Optional<String> treaty(Reading reading, Node meeting) {
    List<Node> holders = reading.subjects(BT.holdsMeeting.asNode(), meeting);
    return TreatyReader.code(
        reading, holders.isEmpty() ? reading.objects(meeting, BT.organizedBy.asNode()) : holders);
  }

  /** The two-letter code of the country of some places: their own, or what they are part of. */
  static Optional<String> country(Reading reading, List<Node> places) {
    return places.stream()
        .flatMap(
            place ->
                Stream.concat(
                    Stream.of(place), reading.objects(place, DCTerms.isPartOf.asNode()).stream()))
        .flatMap(place -> reading.text(place, BT.alpha2Code.asNode()).stream())
        .findFirst();
  }

  private static boolean isCountry(Reading reading, Node place) {
    return reading.isA(place, BT.Country);
  }
}
