package org.bluethread.publish.informea;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;
import org.bluethread.vocabulary.BT;

/**
 * Reads decisions. What is said of a decision's provisions is said of the decision: its summary is
 * the notes of findings about it and them, its keywords are what they concern and the targets that
 * they, or what answers them, support.
 */
final class DecisionReader implements RecordReader {
  private static final Node ADOPTED = BT.adopted.asNode();

  /** What a body adopted, and no statement says that it was taken back, is in force. */
  private static final String IN_FORCE = "active";

  private final MeetingReader meetings = new MeetingReader();

  @Override
  public Draft read(Node thing, Reading reading) {
    List<Node> adopters = reading.subjects(ADOPTED, thing);
    List<Node> adopting = adopters.stream().filter(one -> reading.isA(one, BT.Meeting)).toList();
    List<Node> things = new ArrayList<>(List.of(thing));
    things.addAll(reading.objects(thing, BT.hasProvision.asNode()));
    Draft draft =
        new Draft(Model.DECISIONS, thing, Identifiers.of(thing))
            .put("link", Optional.of(thing.toString()))
            .need(
                "type",
                reading.text(thing, BT.decisionType.asNode()),
                "No source says whether it is a decision, a resolution or a recommendation"
                    + " (bt:decisionType).")
            .need(
                "status",
                adopters.isEmpty() ? Optional.empty() : Optional.of(IN_FORCE),
                "No source says that a body or a meeting adopted it (bt:adopted).")
            .need(
                "number",
                reading.text(thing, SKOS.notation.asNode()),
                "It has no number (skos:notation).")
            .need(
                "treaty",
                TreatyReader.code(reading, bodies(reading, adopters)),
                "No treaty is known that the body which adopted it acts under, or several are"
                    + " (bt:adopted, bt:holdsMeeting, bt:treatyCode).")
            .need(
                "published",
                published(reading, thing, adopting),
                "No source gives a day: of the decision itself (dcterms:date), or the last day of"
                    + " the meeting that adopted it (bt:adopted, schema:endDate).");
    meeting(draft, reading, adopting);
    return draft
        .needTexts("title", Texts.names(reading, thing))
        .texts("summary", summary(reading, things))
        .part("keywords", keywords(reading, things));
  }

  /** The adopting organs, and those that hold the adopting meetings. */
  private static List<Node> bodies(Reading reading, List<Node> adopters) {
    return adopters.stream()
        .flatMap(
            one ->
                Stream.concat(
                    Stream.of(one), reading.subjects(BT.holdsMeeting.asNode(), one).stream()))
        .toList();
  }

  private static Optional<Instant> published(Reading reading, Node decision, List<Node> meetings) {
    return Days.earliest(reading, decision, DCTerms.date.asNode())
        .or(
            () ->
                meetings.stream()
                    .flatMap(meeting -> Days.end(reading, meeting).stream())
                    .min(Instant::compareTo));
  }

  /** The identifier of a meeting is given where the meeting has a record, its name in any case. */
  private void meeting(Draft draft, Reading reading, List<Node> adopting) {
    Optional<String> title =
        adopting.stream().flatMap(one -> Texts.english(reading, one)).findFirst();
    draft
        .put(
            "meetingId",
            adopting.stream()
                .map(one -> meetings.read(one, reading))
                .filter(Draft::isComplete)
                .map(Draft::id)
                .findFirst())
        .need(
            "meetingTitle",
            title,
            "No source names the meeting that adopted it (bt:adopted from a bt:Meeting).")
        .put("meetingUrl", adopting.stream().map(Node::toString).findFirst());
  }

  private static Map<String, String> summary(Reading reading, List<Node> things) {
    return Texts.joined(
        things.stream()
            .flatMap(one -> reading.subjects(BT.about.asNode(), one).stream())
            .filter(one -> reading.isA(one, BT.Finding))
            .flatMap(finding -> reading.literals(finding, SKOS.note.asNode()))
            .toList());
  }

  private static List<Map<String, String>> keywords(Reading reading, List<Node> things) {
    Set<Node> subjects = new LinkedHashSet<>(Keywords.targets(reading, things));
    subjects.addAll(Keywords.concerns(reading, things));
    return Keywords.terms(reading, subjects).stream()
        .map(one -> Map.of("term", one.get("term"), "namespace", one.get("namespace")))
        .toList();
  }
}
