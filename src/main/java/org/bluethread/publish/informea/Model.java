package org.bluethread.publish.informea;

import static org.bluethread.publish.informea.ValueKind.ADDRESS;
import static org.bluethread.publish.informea.ValueKind.DECIMAL;
import static org.bluethread.publish.informea.ValueKind.TEXT;
import static org.bluethread.publish.informea.ValueKind.TIME;
import static org.bluethread.publish.informea.ValueKind.WHOLE;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The sets that InforMEA harvests, with their fields and parts, as providers serve them: a table in
 * Java. Names are InforMEA's; {@code !} before one marks what a record cannot be without.
 *
 * @see <a href="https://www.informea.org/">InforMEA</a>
 */
public final class Model {
  private static final RecordType TEXT_IN_A_LANGUAGE =
      type("LocalizedText", fields("!id", "!language", "!value"));
  private static final RecordType KEYWORD = type("Keyword", fields("!id", "!term", "!namespace"));
  private static final RecordType FILE =
      type("File", fields("!id", "url@", "mimeType", "language", "filename"));

  /** Treaties and other instruments that have a code here. */
  public static final RecordSet TREATIES =
      new RecordSet(
          "Treaties",
          new RecordType(
              "Treaty",
              fields(
                  "!id",
                  "UUID",
                  "url@",
                  "titleEnglish",
                  "officialNameEnglish",
                  "treatyWebsiteURL@",
                  "updated:"),
              List.of(texts("Treaty", "title"), texts("Treaty", "description"))));

  /** Decisions, resolutions and recommendations. */
  public static final RecordSet DECISIONS =
      new RecordSet(
          "Decisions",
          new RecordType(
              "Decision",
              fields(
                  "!id",
                  "link@",
                  "!type",
                  "!status",
                  "!number",
                  "!treaty",
                  "!published:",
                  "updated:",
                  "meetingId",
                  "meetingTitle",
                  "meetingUrl@",
                  "displayOrder#"),
              List.of(
                  texts("Decision", "title"),
                  texts("Decision", "longTitle"),
                  texts("Decision", "summary"),
                  texts("Decision", "content"),
                  part("Decision", "keywords", KEYWORD),
                  part("Decision", "files", FILE))));

  /** Meetings. */
  public static final RecordSet MEETINGS =
      new RecordSet(
          "Meetings",
          new RecordType(
              "Meeting",
              fields(
                  "!id",
                  "!treaty",
                  "url@",
                  "start:",
                  "end:",
                  "repetition",
                  "kind",
                  "type",
                  "access",
                  "status",
                  "imageUrl@",
                  "imageCopyright",
                  "location",
                  "!city",
                  "!country",
                  "latitude.",
                  "longitude.",
                  "updated:"),
              List.of(texts("Meeting", "title"), texts("Meeting", "description"))));

  /** Documents and publications. */
  public static final RecordSet DOCUMENTS =
      new RecordSet(
          "Documents",
          new RecordType(
              "Document",
              fields(
                  "!id",
                  "thumbnailUrl@",
                  "published:",
                  "updated:",
                  "treaty",
                  "country",
                  "displayOrder#",
                  "schemaVersion",
                  "content"),
              List.of(
                  new Part("treaties", TREATIES),
                  part("Document", "authors", type("Author", fields("!id", "!name", "type"))),
                  texts("Document", "description"),
                  part("Document", "files", FILE),
                  part(
                      "Document",
                      "identifiers",
                      type("Identifier", fields("!id", "!name", "!value"))),
                  part(
                      "Document",
                      "keywords",
                      type(
                          "DocumentKeyword",
                          fields("!id", "!literalForm", "scope", "sourceURL@", "termURI@"))),
                  part(
                      "Document",
                      "referenceToEntities",
                      type("EntityReference", fields("!id", "!type", "!refId"))),
                  part(
                      "Document",
                      "tags",
                      type("Tag", fields("!id", "language", "scope", "!value", "comment"))),
                  texts("Document", "title"),
                  part("Document", "types", type("DocumentType", fields("!id", "!value"))))));

  /** Sites. */
  public static final RecordSet SITES =
      new RecordSet(
          "Sites",
          new RecordType(
              "Site",
              fields(
                  "!id",
                  "!type",
                  "!country",
                  "!treaty",
                  "url@",
                  "latitude.",
                  "longitude.",
                  "updated:"),
              List.of(texts("Site", "name"))));

  /** Reports of countries, of which the graph has none. */
  public static final RecordSet COUNTRY_REPORTS =
      new RecordSet(
          "CountryReports",
          new RecordType(
              "CountryReport",
              fields("!id", "!treaty", "!country", "url@", "submission:", "updated:"),
              List.of(texts("CountryReport", "title"), part("CountryReport", "files", FILE))));

  /** Plans of countries, of which the graph has none. */
  public static final RecordSet NATIONAL_PLANS =
      new RecordSet(
          "NationalPlans",
          new RecordType(
              "NationalPlan",
              fields("!id", "!treaty", "!country", "!type", "url@", "submission:", "updated:"),
              List.of(texts("NationalPlan", "title"), part("NationalPlan", "files", FILE))));

  /** Persons to turn to, of which the graph has none. */
  public static final RecordSet CONTACTS =
      new RecordSet(
          "Contacts",
          new RecordType(
              "Contact",
              fields(
                  "!id",
                  "!country",
                  "prefix",
                  "firstName",
                  "lastName",
                  "position",
                  "institution",
                  "department",
                  "address",
                  "email",
                  "phone",
                  "fax",
                  "primary#",
                  "type",
                  "updated:"),
              List.of(new Part("treaties", TREATIES))));

  /** The sets that are harvested. */
  public static final List<RecordSet> HARVESTED =
      List.of(
          DECISIONS,
          MEETINGS,
          DOCUMENTS,
          COUNTRY_REPORTS,
          NATIONAL_PLANS,
          SITES,
          CONTACTS,
          TREATIES);

  /** These and the sets of their parts, each once. */
  public static final List<RecordSet> ALL =
      Stream.concat(
              HARVESTED.stream(),
              HARVESTED.stream().flatMap(set -> set.type().parts().stream()).map(Part::target))
          .distinct()
          .toList();

  private Model() {}

  /** The set of a name; empty if there is none. */
  public static Optional<RecordSet> set(String name) {
    return ALL.stream().filter(one -> one.name().equals(name)).findFirst();
  }

  private static RecordType type(String name, List<Field> fields) {
    return new RecordType(name, fields, List.of());
  }

  private static Part texts(String owner, String name) {
    return part(owner, name, TEXT_IN_A_LANGUAGE);
  }

  /** A part whose records are of a set of their own, such as {@code DecisionTitle}. */
  private static Part part(String owner, String name, RecordType type) {
    String set = owner + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return new Part(name, new RecordSet(set, type));
  }

  /** Fields by name; what ends a name says the kind of its values. */
  private static List<Field> fields(String... names) {
    return Arrays.stream(names).map(Model::field).toList();
  }

  private static Field field(String marked) {
    boolean required = marked.startsWith("!");
    String name = required ? marked.substring(1) : marked;
    ValueKind kind =
        switch (name.charAt(name.length() - 1)) {
          case '@' -> ADDRESS;
          case ':' -> TIME;
          case '#' -> WHOLE;
          case '.' -> DECIMAL;
          default -> TEXT;
        };
    return new Field(kind == TEXT ? name : name.substring(0, name.length() - 1), kind, required);
  }
}
