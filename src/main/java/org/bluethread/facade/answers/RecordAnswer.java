package org.bluethread.facade.answers;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bluethread.publish.records.Relation;
import org.bluethread.publish.records.ThingRecord;

/**
 * A record of a clearing-house. It carries its own context for readers of JSON-LD: records are kept
 * and passed on, and addresses of records may have any number of slashes, so that no relative
 * address would lead to one.
 *
 * @param context what the keys mean; left out within a list, which has it
 * @param iri the thing
 * @param header what the record is
 * @param identifier the same identifier again, where programs look for it
 * @param schema what kind of record it is
 * @param title its names by language
 * @param summary what it is, by language
 * @param related the records it is connected with
 * @param documents the documents that speak of it
 * @param incomplete whether more leads to it than was looked at
 * @param asOf the state this is of
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RecordAnswer(
    @JsonProperty("@context") Optional<Map<String, Object>> context,
    @JsonProperty("@id") String iri,
    Header header,
    String identifier,
    String schema,
    Map<String, String> title,
    Map<String, String> summary,
    List<Related> related,
    List<Document> documents,
    boolean incomplete,
    @JsonUnwrapped AsOf asOf) {
  /** What the keys of records mean. */
  public static final Map<String, Object> CONTEXT =
      Map.of(
          "identifier",
          Ns.DCTERMS + "identifier",
          "title",
          Map.of("@id", Ns.DCTERMS + "title", "@container", "@language"),
          "summary",
          Map.of("@id", Ns.DCTERMS + "abstract", "@container", "@language"),
          "related",
          Ns.DCTERMS + "relation",
          "documents",
          Map.of("@id", Ns.DCTERMS + "isReferencedBy"),
          "records",
          "@graph");

  /** Copies lists and maps. */
  public RecordAnswer {
    related = List.copyOf(related);
    documents = List.copyOf(documents);
  }

  /**
   * The answer that gives a record.
   *
   * @param alone whether it is not in a list
   */
  public static RecordAnswer of(ThingRecord record, boolean alone, AsOf asOf) {
    String identifier = record.key().identifier();
    String schema = record.key().schema().label();
    return new RecordAnswer(
        alone ? Optional.of(CONTEXT) : Optional.empty(),
        record.thing().getURI(),
        new Header(identifier, schema, List.copyOf(record.titles().keySet())),
        identifier,
        schema,
        record.titles(),
        record.summaries(),
        record.relations().stream().map(Related::of).toList(),
        record.documents().entrySet().stream()
            .map(entry -> new Document(entry.getKey(), entry.getValue()))
            .toList(),
        record.cut(),
        asOf);
  }

  /**
   * What a record is.
   *
   * @param identifier its identifier
   * @param schema what kind of record it is
   * @param languages the languages of its names
   */
  public record Header(String identifier, String schema, List<String> languages) {
    /** Copies the list. */
    public Header {
      languages = List.copyOf(languages);
    }
  }

  /**
   * Another record.
   *
   * @param identifier its identifier
   * @param schema what kind of record it is
   * @param relation the IRI of the property
   * @param direction {@code to} if it leads to the other one, {@code from} if from it
   * @param mapping the mapping that says so; none if it is stated
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Related(
      String identifier,
      String schema,
      String relation,
      String direction,
      Optional<String> mapping) {
    private static Related of(Relation relation) {
      return new Related(
          relation.other().identifier(),
          relation.other().schema().label(),
          relation.property().getURI(),
          relation.forward() ? "to" : "from",
          relation.mapping().map(Object::toString));
    }
  }

  /**
   * A document.
   *
   * @param iri its IRI
   * @param units the IRIs of the paragraphs, rows and notes that speak of the record
   */
  public record Document(@JsonProperty("@id") String iri, Set<String> units) {
    /** Copies the set. */
    public Document {
      units = Texts.set(units);
    }
  }

  /**
   * A part of the records of a schema.
   *
   * @param context what the keys mean
   * @param schema what kind of records they are
   * @param total how many there are
   * @param asOf the state this is of
   * @param records this part
   */
  public record Part(
      @JsonProperty("@context") Map<String, Object> context,
      String schema,
      int total,
      @JsonUnwrapped AsOf asOf,
      List<RecordAnswer> records) {
    /** Copies the list. */
    public Part {
      records = List.copyOf(records);
    }
  }
}
