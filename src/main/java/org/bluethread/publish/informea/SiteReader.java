package org.bluethread.publish.informea;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.bluethread.vocabulary.BT;

/** Reads areas that a body has set apart. */
final class SiteReader implements RecordReader {
  /** What the sites are. */
  private static final String TYPE = "area of particular environmental interest";

  @Override
  public Draft read(Node thing, Reading reading) {
    List<Node> places = reading.objects(thing, BT.inPlace.asNode());
    return new Draft(Model.SITES, thing, Identifiers.of(thing))
        .put("type", Optional.of(TYPE))
        .need(
            "country",
            MeetingReader.country(reading, places),
            "It lies in no country that is known (bt:inPlace, bt:alpha2Code).")
        .need(
            "treaty",
            TreatyReader.code(reading, reading.subjects(BT.setsApart.asNode(), thing)),
            "No treaty is known that the body which set it apart acts under, or several are"
                + " (bt:setsApart, bt:treatyCode).")
        .put("url", Optional.of(thing.toString()))
        .needTexts("name", Texts.names(reading, thing));
  }
}
