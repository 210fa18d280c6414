package org.bluethread.facade;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bluethread.facade.openapi.Field;
import org.bluethread.facade.openapi.Operation;
import org.bluethread.facade.openapi.Schema;
import org.bluethread.facade.traces.TraceFormat;
import org.bluethread.publish.records.RecordSchema;

/**
 * Every route of this server, described for the OpenAPI document. A new route has its line here;
 * tests hold that none is missing, that none is too many, and that each example works on what the
 * project ships, one after the other in this order.
 */
final class RouteDescriptions {
  private static final String PROBLEM = "application/problem+json";
  private static final String PAGES = "Pages";
  private static final String ITSELF = "Self-description";
  private static final String SPARQL = "SPARQL";
  private static final String THINGS = "Things";
  private static final String RECONCILING = "Reconciling";
  private static final String RECORDS = "Records";
  private static final String QUERIES = "Named queries";
  private static final String GRAPHS = "Graphs";
  private static final String WRITING = "Writing";
  private static final String OPERATING = "Operating";
  private static final String PORTALS = "Portals";

  private static final String TRIPLE =
      "<https://example.org/a> <https://example.org/p> <https://example.org/b> .";
  private static final String UPDATE =
      "INSERT DATA { GRAPH <https://example.org/notes> { " + TRIPLE + " } }";
  private static final List<String> RDF =
      List.of(
          MediaTypes.TURTLE,
          MediaTypes.N_TRIPLES,
          MediaTypes.JSON_LD,
          MediaTypes.RDF_XML,
          MediaTypes.TRIG,
          MediaTypes.N_QUADS);
  private static final List<String> REPORT =
      List.of(
          MediaTypes.TURTLE,
          MediaTypes.JSON_LD,
          MediaTypes.N_TRIPLES,
          MediaTypes.RDF_XML,
          MediaTypes.TEXT,
          MediaTypes.HTML);
  private static final List<String> SPARQL_ANSWERS =
      Stream.concat(
              Stream.of(
                  "application/sparql-results+json",
                  "application/sparql-results+xml",
                  MediaTypes.CSV,
                  "text/tab-separated-values"),
              RDF.stream())
          .toList();
  private static final String FORM_SUBMISSION =
      "do=check&graph=https%3A%2F%2Fexample.org%2Fnotes"
          + "&text=%3Chttps%3A%2F%2Fexample.org%2Fa%3E%20a%20%3Chttps%3A%2F%2Fexample.org%2FB%3E%20.";
  private static final String FORM_BATCH =
      "queries=%7B%22q0%22%3A%7B%22query%22%3A%22AICHI-TARGET-11%22%7D%7D";
  private static final String FORM_QUERY = "query=ASK%20%7B%7D";
  private static final String QUERY =
      "SELECT ?organ { ?organ a <https://w3id.org/bluethread/ontology#Organ> }";

  private RouteDescriptions() {}

  /** All of them; restoring stands last, as it puts its example in the place of everything. */
  static List<Operation> all() {
    return Stream.of(
            documents("/ontology", "The ontology"),
            documents("/shapes", "The SHACL shapes"),
            others().stream())
        .flatMap(operations -> operations)
        .toList();
  }

  private static List<Operation> others() {
    return List.of(
        Operation.get("/", PAGES, "What there is")
            .field(lang())
            .gives(200, MediaTypes.HTML, MediaTypes.JSON),
        Operation.get("/openapi.json", ITSELF, "This document").gives(200, MediaTypes.JSON),
        Operation.get("/context.jsonld", ITSELF, "What the keys of answers in JSON mean")
            .gives(200, MediaTypes.JSON_LD),
        Operation.get("/catalog", ITSELF, "The graph, its documents, datasets and releases")
            .field(lang())
            .gives(200, RdfDocument.WITH_JSON.types()),
        Operation.get(
                "/.well-known/void", ITSELF, "Figures of the graph, of each class and property")
            .gives(200, RdfDocument.withoutPage())
            .gives(303),
        Operation.get("/.well-known/sparql-examples", ITSELF, "The named queries as examples")
            .gives(200, RdfDocument.withoutPage())
            .gives(303),
        Operation.get("/sitemap.xml", ITSELF, "The pages for search engines, with dates")
            .may("part", Schema.integer(0, 999_999_999), "One part of a list of many pages.", "0")
            .gives(200, MediaTypes.XML),
        Operation.get("/robots.txt", ITSELF, "What crawlers may ask for")
            .gives(200, MediaTypes.TEXT)
            .fresh(),
        Operation.get("/plan", PAGES, "A plan: directions, actions, outputs")
            .may("plan", Schema.text(), "The plan, by the end of its identifier.")
            .may("organ", Schema.text(), "An organ that has a part in a row.", "council")
            .may("role", Schema.text(), "What part an organ has.", "responsibleOrgan")
            .may("year", Schema.text(), "The year a row is due by.", "2020")
            .may("frame", Schema.text(), "A time frame without a year.")
            .may("direction", Schema.text(), "The strategic direction.")
            .may("output", Schema.oneOf(List.of("none")), "Only actions without output.")
            .may("format", Schema.oneOf(TablePage.FORMATS.names()), "The format.")
            .field(lang())
            .gives(200, TablePage.FORMATS.types()),
        Operation.get("/coverage", PAGES, "What documents say about targets, counted")
            .may("rows", Schema.text(), "A framework of targets.", "aichi")
            .may("by", Schema.oneOf(CoverageRoutes.AXES), "By what to count.", "organ")
            .may("row", Schema.text(), "With column: the target of a cell to list.", "11")
            .may("column", Schema.text(), "With row: the column of that cell.", "unep")
            .may("format", Schema.oneOf(TablePage.FORMATS.names()), "The format.")
            .field(lang())
            .gives(200, TablePage.FORMATS.types()),
        Operation.get("/problem/{kind}", ITSELF, "What a kind of problem means")
            .path("kind", "What ends the type's IRI.", "which-graph")
            .field(lang())
            .gives(200, RdfDocument.FORMATS.types())
            .gives(404, PROBLEM)
            .fresh(),
        Operation.get("/dumps/{file}", ITSELF, "A file of a release; the catalogue names them")
            .path("file", "Its name.", "none.nq.gz")
            .gives(200, "application/gzip", MediaTypes.TEXT)
            .gives(206, "application/gzip")
            .gives(404, PROBLEM)
            .fresh(),
        asset("/style.css", "text/css"),
        asset("/suggest.js", "text/javascript"),
        asset("/editor.js", "text/javascript"),
        asset("/editor.css", "text/css"),
        asset("/yasgui.min.js", "text/javascript"),
        asset("/yasgui.min.css", "text/css"),
        asset("/trace.js", "text/javascript"),
        asset("/submit.js", "text/javascript"),
        asset("/logo.svg", "image/svg+xml"),
        asset("/favicon.svg", "image/svg+xml"),
        Operation.get("/queries", QUERIES, "The named queries")
            .field(lang())
            .gives(200, MediaTypes.JSON, MediaTypes.JSON_LD, MediaTypes.HTML)
            .fresh(),
        Operation.get("/queries/{name}", QUERIES, "One of them, asked")
            .about("Each has a description of its own, with its parameters.")
            .path("name", "Its name, as in the list.", "oceans")
            .gives(
                200,
                "application/sparql-results+json",
                MediaTypes.HTML,
                MediaTypes.CSV,
                "text/tab-separated-values",
                "application/sparql-results+xml",
                MediaTypes.JSON),
        Operation.get("/search", THINGS, "Things by words, codes or identifiers")
            .may("q", Schema.text(), "Words, a code or an IRI.", "aichi 11")
            .may("type", Schema.text(), "Only things of this class: an IRI, or a name.", "Target")
            .may("limit", Schema.integer(1, 100).usually(20), "How many at the most.")
            .may("offset", Schema.integer(0, 10_000).usually(0), "How many to leave out first.")
            .field(lang())
            .gives(200, MediaTypes.JSON, MediaTypes.JSON_LD, MediaTypes.HTML),
        Operation.get("/reconcile", RECONCILING, "What the reconciliation service can do")
            .about("With queries or extend it answers as POST does.")
            .may("queries", Schema.text(), "A batch of queries.")
            .may("extend", Schema.text(), "The columns to fetch.")
            .field(lang())
            .gives(200, MediaTypes.JSON),
        Operation.of("POST", "/reconcile", RECONCILING, "Things for names and codes, or columns")
            .about("The form has queries, a batch in JSON, or extend.")
            .field(lang())
            .takes(Form.MEDIA_TYPE, FORM_BATCH)
            .gives(200, MediaTypes.JSON)
            .gives(400, PROBLEM)
            .gives(413, PROBLEM),
        suggesting("entity", "Things by the beginning of a name or code", "financ"),
        suggesting("type", "Classes by the beginning of a name", "targ"),
        suggesting("property", "Properties by the beginning of a name", "name"),
        Operation.get("/reconcile/properties", RECONCILING, "Properties that things have")
            .may("type", Schema.text(), "Only those of this class: an IRI, or a name.", "Target")
            .may("limit", Schema.integer(0, 200).usually(50), "How many at the most; 0: 200.")
            .field(lang())
            .gives(200, MediaTypes.JSON),
        Operation.get("/reconcile/preview", RECONCILING, "A thing in a few lines, for a frame")
            .needs(
                "id",
                Schema.text(),
                "The IRI of the thing.",
                "https://w3id.org/bluethread/id/target/aichi/11")
            .field(lang())
            .gives(200, MediaTypes.HTML),
        Operation.get("/api/records", RECORDS, "Records of a schema; without one, the schemas")
            .may("schema", Schema.oneOf(RecordSchema.labels()), "What kind of records.", "target")
            .may("limit", Schema.integer(1, 200).usually(50), "How many at the most.")
            .may(
                "offset", Schema.integer(0, 999_999_999).usually(0), "How many to leave out first.")
            .gives(200, Answers.FORMATS),
        Operation.get("/api/records/<identifier>", RECORDS, "A record")
            .about(
                "The identifier may have slashes. Another spelling of it leads to the right one.")
            .path("identifier", "Its identifier.", "AICHI-TARGET-11")
            .gives(200, Answers.FORMATS)
            .gives(301)
            .gives(404, PROBLEM),
        Operation.get("/trace", THINGS, "How two things are connected, or what became of one")
            .needs("from", Schema.text(), "An IRI, a code or words.", "X/29")
            .may("to", Schema.text(), "The same; without it the answer is a tree.", "OBIS")
            .may("hops", Schema.integer(1, 8).usually(8), "The most steps.")
            .may("paths", Schema.integer(1, 50).usually(5), "How many paths at the most.")
            .may("chain", Schema.truth().usually(false), "Whether mapped steps may follow.")
            .may("at", Schema.integer(), "The commit that an address was made at.")
            .may("format", traceFormats(), "The format, in the place of Accept.")
            .field(lang())
            .gives(200, Arrays.stream(TraceFormat.values()).map(TraceFormat::mediaType).toList()),
        Operation.get("/id/<path>", THINGS, "A thing")
            .about("The path may have slashes. With a suffix such as .ttl it is the document.")
            .path("path", "What follows /id/ in its identifier.", "organ/isa/finance-committee")
            .gives(303)
            .gives(200, thingFormats())
            .fresh(),
        Operation.get("/.well-known/genid/<path>", THINGS, "What stands in for a blank node")
            .path("path", "What follows in its identifier.", "none")
            .gives(303)
            .gives(200, thingFormats())
            .gives(404, PROBLEM)
            .fresh(),
        Operation.get("/ontology/{version}", THINGS, "The ontology, as long as that is its version")
            .path("version", "Its version, and a suffix for a format.", "0.2.0")
            .gives(303)
            .gives(200, thingFormats())
            .gives(410, PROBLEM)
            .fresh(),
        Operation.get("/classes/{name}", THINGS, "What a description of a class holds")
            .path("name", "The name of the class.", "Meeting")
            .field(lang())
            .gives(200, MediaTypes.HTML),
        Operation.get("/classes/{name}.csv", THINGS, "A table of the class to fill in")
            .path("name", "The name of the class.", "Meeting")
            .gives(200, MediaTypes.CSV),
        Operation.get("/classes/{name}.rq", THINGS, "The mapping that reads the table")
            .path("name", "The name of the class.", "Meeting")
            .gives(200, MediaTypes.SPARQL_QUERY),
        Operation.get("/sparql", SPARQL, "SPARQL query; without one, the endpoint's description")
            .may("query", Schema.text(), "The query.", QUERY)
            .may("default-graph-uri", Schema.text(), "A graph to ask in the place of all.")
            .may("named-graph-uri", Schema.text(), "A graph for GRAPH.")
            .may("timeout", Schema.number(), "Seconds after which to stop.")
            .gives(200, SPARQL_ANSWERS),
        Operation.of("POST", "/sparql", SPARQL, "SPARQL query")
            .takes(MediaTypes.SPARQL_QUERY, QUERY)
            .takes(Form.MEDIA_TYPE, FORM_QUERY)
            .gives(200, SPARQL_ANSWERS),
        Operation.get("/federation", SPARQL, "A query of all members; without one, who they are")
            .may("query", Schema.text(), "The query.", QUERY)
            .may("timeout", Schema.number(), "Seconds after which to stop.")
            .may("partial", Schema.truth(), "Whether to answer without members that fail.")
            .gives(200, SPARQL_ANSWERS)
            .fresh(),
        Operation.of("POST", "/federation", SPARQL, "A query of all members")
            .takes(MediaTypes.SPARQL_QUERY, QUERY)
            .takes(Form.MEDIA_TYPE, FORM_QUERY)
            .gives(200, SPARQL_ANSWERS),
        Operation.get("/data", GRAPHS, "One graph")
            .may("graph", Schema.text(), "Its IRI.", "https://w3id.org/bluethread/graph/ontology")
            .may("default", Schema.text(), "Without value: the graph of unattributed statements.")
            .gives(200, RDF),
        Operation.get("/graph/<name>", GRAPHS, "One graph, by its own address")
            .path("name", "What follows /graph/ in its IRI.", "ontology")
            .gives(200, RDF),
        Operation.get("/export", GRAPHS, "All graphs")
            .may("format", Schema.oneOf(List.of("nq", "trig")).usually("nq"), "The format.")
            .gives(200, MediaTypes.N_QUADS, MediaTypes.TRIG),
        Operation.get("/changes", GRAPHS, "The commits, newest first")
            .may("most", Schema.integer(1, 1000).usually(100), "How many at the most.", "10")
            .may("before", Schema.integer(), "Only commits before the one of this number.")
            .may("format", Schema.oneOf(List.of("json", "html")), "The format.")
            .field(lang())
            .gives(200, MediaTypes.JSON, MediaTypes.HTML),
        Operation.get("/changes/{number}", GRAPHS, "The change of one commit")
            .path("number", "Its number.", "1")
            .may("format", Schema.oneOf(List.of("rdfp", "html")), "The format.")
            .field(lang())
            .gives(200, "application/rdf-patch", MediaTypes.HTML)
            .fresh(),
        Operation.get("/feed", GRAPHS, "Versions of graphs as a Linked Data Event Stream")
            .may("format", Schema.oneOf(FeedRoutes.WITH_PAGE.names()), "The format.")
            .field(lang())
            .gives(200, FeedRoutes.WITH_PAGE.types()),
        Operation.get("/feed/{stream}", GRAPHS, "The stream by its own IRI")
            .path("stream", "Its identity.", "none")
            .gives(303)
            .gives(410, PROBLEM)
            .fresh(),
        Operation.get("/feed/{stream}/{level}/{number}", GRAPHS, "A page of the feed")
            .about("The feed leads to its pages; those that are closed never change.")
            .path("stream", "The identity of the stream.", "none")
            .path("level", "0 for pages with members.", "0")
            .path("number", "Counts the pages of a level.", "0")
            .may("format", Schema.oneOf(FeedRoutes.FORMATS.names()), "The format.")
            .gives(200, FeedRoutes.FORMATS.types())
            .gives(410, PROBLEM)
            .fresh(),
        Operation.get("/informea.svc", PORTALS, "The sets that InforMEA harvests (OData 2)")
            .field(odataFormat())
            .gives(200, "application/atomsvc+xml", MediaTypes.JSON),
        Operation.get("/informea.svc/<path>", PORTALS, "Records of a set, or one of them")
            .about("A path of OData 2, such as Decisions('cbd:xi-2')/title; $count is a text.")
            .path("path", "A set, a record, a part; $metadata.", "Decisions")
            .may("$filter", Schema.text(), "Which records.", "treaty eq 'cbd'")
            .may("$orderby", Schema.text(), "In which order.", "number desc")
            .may("$top", Schema.integer(), "How many at the most.", "10")
            .may("$skip", Schema.integer(), "How many to leave out first.")
            .may("$skiptoken", Schema.text(), "Where to go on: given by this server.")
            .may("$expand", Schema.text(), "Parts to give with their records.", "title,keywords")
            .may("$select", Schema.text(), "Fields to give.")
            .may("$inlinecount", Schema.oneOf(List.of("allpages", "none")), "Count them.")
            .field(odataFormat())
            .gives(200, "application/atom+xml", MediaTypes.JSON)
            .gives(400, MediaTypes.JSON, MediaTypes.XML)
            .gives(404, MediaTypes.JSON, MediaTypes.XML),
        Operation.get("/informea.svc/withheld", PORTALS, "Records not given out, and why")
            .may("offset", Schema.integer(0, 999_999_999).usually(0), "How many to leave out.")
            .gives(200, MediaTypes.JSON),
        Operation.get("/about", PAGES, "Sources, licences, how to cite")
            .field(lang())
            .gives(200, MediaTypes.HTML),
        Operation.get("/submit", PAGES, "A form to check and send statements")
            .may("graph", Schema.text(), "The graph that stands in the form.")
            .may("class", Schema.text(), "The class that stands in the form.")
            .field(lang())
            .gives(200, MediaTypes.HTML),
        Operation.of("POST", "/submit", PAGES, "Checks or stores what the form holds")
            .about("For browsers; the token is a field. Programs have /validate and /data.")
            .takes(Form.MEDIA_TYPE, FORM_SUBMISSION)
            .gives(200, MediaTypes.HTML)
            .gives(401, MediaTypes.HTML)
            .gives(422, MediaTypes.HTML),
        Operation.of("POST", "/validate", WRITING, "What the gate would say; nothing is stored")
            .takes(MediaTypes.TURTLE, TRIPLE)
            .takes("application/sparql-update", UPDATE)
            .gives(200, REPORT),
        written("POST", "/update", "SPARQL update")
            .takes("application/sparql-update", UPDATE)
            .takes(Form.MEDIA_TYPE, "update=INSERT%20DATA%20%7B%7D")
            .gives(200, MediaTypes.JSON),
        graphOf(written("PUT", "/data", "Puts the body in the place of a graph"))
            .takes(MediaTypes.TURTLE, TRIPLE)
            .gives(200, MediaTypes.JSON)
            .gives(201, MediaTypes.JSON),
        graphOf(written("POST", "/data", "Adds the body to a graph"))
            .about("Without a graph it is a new one, which Location names.")
            .takes(MediaTypes.TURTLE, TRIPLE)
            .gives(200, MediaTypes.JSON)
            .gives(201, MediaTypes.JSON),
        graphOf(written("DELETE", "/data", "Deletes a graph")).gives(200, MediaTypes.JSON),
        example(written("PUT", "/graph/<name>", "Puts the body in the place of a graph"))
            .takes(MediaTypes.TURTLE, TRIPLE)
            .gives(200, MediaTypes.JSON)
            .gives(201, MediaTypes.JSON),
        example(written("POST", "/graph/<name>", "Adds the body to a graph"))
            .takes(MediaTypes.TURTLE, TRIPLE)
            .gives(200, MediaTypes.JSON)
            .gives(201, MediaTypes.JSON),
        example(written("DELETE", "/graph/<name>", "Deletes a graph")).gives(200, MediaTypes.JSON),
        Operation.get("/health", OPERATING, "Live and ready").gives(200, MediaTypes.JSON).fresh(),
        Operation.get("/metrics", OPERATING, "Measures for Prometheus")
            .gives(200, MediaTypes.TEXT)
            .fresh(),
        Operation.of("POST", "/admin/compact", OPERATING, "Gives back room on disk")
            .withToken()
            .gives(200, MediaTypes.JSON),
        Operation.of("POST", "/admin/refresh", OPERATING, "Reads a store elsewhere anew")
            .withToken()
            .gives(200, MediaTypes.JSON),
        Operation.of("POST", "/admin/restore", OPERATING, "Puts a backup in the place of all")
            .about("The token needs the scope release.")
            .withToken()
            .takes(MediaTypes.N_QUADS, TRIPLE.replace(" .", " <https://example.org/notes> ."))
            .gives(200, MediaTypes.JSON)
            .gives(422, REPORT));
  }

  private static Operation suggesting(String what, String title, String example) {
    return Operation.get("/reconcile/suggest/" + what, RECONCILING, title)
        .may("prefix", Schema.text(), "What somebody has written.", example)
        .may("cursor", Schema.integer(0, 10_000).usually(0), "How many to leave out first.")
        .field(lang())
        .gives(200, MediaTypes.JSON);
  }

  /** The language of labels and pages. */
  static Field lang() {
    return new Field(
        "lang",
        Field.Place.QUERY,
        false,
        "Language of labels and page, in the place of Accept-Language.",
        Schema.oneOf(Languages.OFFERED).usually("en"),
        Optional.of("zh"));
  }

  private static Field odataFormat() {
    return new Field(
        "$format",
        Field.Place.QUERY,
        false,
        "The format, in the place of Accept.",
        Schema.oneOf(List.of("atom", "json", "xml")),
        Optional.empty());
  }

  private static Schema traceFormats() {
    return Schema.oneOf(Arrays.stream(TraceFormat.values()).map(TraceFormat::shortName).toList());
  }

  private static List<String> thingFormats() {
    return List.of(
        MediaTypes.HTML,
        MediaTypes.TURTLE,
        MediaTypes.TRIG,
        MediaTypes.N_TRIPLES,
        MediaTypes.JSON_LD,
        MediaTypes.RDF_XML);
  }

  private static Operation asset(String path, String type) {
    return Operation.get(path, PAGES, "What pages are made with").gives(200, type);
  }

  /** A document's address, which leads to the address of one of its formats, and these. */
  private static Stream<Operation> documents(String path, String title) {
    return Stream.concat(
        Stream.of(Operation.get(path, THINGS, title).gives(303).fresh()),
        Arrays.stream(DocumentFormat.values())
            .map(
                format ->
                    Operation.get(path + format.suffix(), THINGS, title)
                        .gives(200, format.type())));
  }

  private static Operation written(String method, String path, String title) {
    return Operation.of(method, path, WRITING, title).withToken().gives(422, REPORT);
  }

  private static Operation graphOf(Operation operation) {
    return operation
        .may("graph", Schema.text(), "Its IRI.", "https://example.org/notes")
        .may("default", Schema.text(), "Without value: the graph of unattributed statements.")
        .may("class", Schema.text(), "What the rows of a table describe.");
  }

  private static Operation example(Operation operation) {
    return operation.path("name", "What follows /graph/ in its IRI.", "example");
  }
}
