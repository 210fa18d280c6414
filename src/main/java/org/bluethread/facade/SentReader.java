package org.bluethread.facade;

import static java.util.stream.Collectors.joining;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.sparql.core.Quad;
import org.bluethread.endpoint.RdfBody;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.facade.problem.ProblemKind;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.publish.ClassProfile;
import org.bluethread.publish.CsvTemplate;

/** Reads statements that a request brings: RDF, a table of one class, or a form with such files. */
final class SentReader {
  /** Media types of tables, each with the ending of its files. */
  private static final Map<String, String> TABLES =
      new TreeMap<>(Map.of(MediaTypes.CSV, ".csv", "text/tab-separated-values", ".tsv"));

  private final KnowledgeGraph graph;
  private final Bodies bodies;

  SentReader(KnowledgeGraph graph, Bodies bodies) {
    this.graph = graph;
    this.bodies = bodies;
  }

  /**
   * Reads the body.
   *
   * @param target the graph it is for, which relative IRIs are resolved against; in a default graph
   *     without a name, it is the address of the request
   * @throws ProblemException 415 if it is of a type that is not read here, 400 if it is a table and
   *     the address does not say of what, and as {@link Bodies}
   */
  Sent read(Context ctx, Node target) {
    String base = base(ctx, target);
    String type = Bodies.mediaType(ctx);
    if (type.equals(MultipartForm.MEDIA_TYPE)) {
      List<Sent> files =
          MultipartForm.read(
              ctx.req().getContentType(),
              bodies.read(ctx),
              (field, name, said, bytes) -> read(ctx, base, type(name, said), bytes));
      return Sent.together(files);
    }
    return read(ctx, base, type, bodies.read(ctx));
  }

  private Sent read(Context ctx, String base, String type, byte[] bytes) {
    return isTable(type) ? table(type, bytes, template(ctx)) : rdf(base, type, bytes);
  }

  /**
   * Reads what a form holds.
   *
   * @param type its media type
   * @param target the graph it is for, as in {@link #read(Context, Node)}
   * @param name the name of the class that the rows of a table describe; empty for RDF
   * @throws ProblemException as {@link #read(Context, Node)}
   */
  Sent read(Context ctx, Node target, String type, byte[] bytes, String name) {
    if (!isTable(type)) {
      return rdf(base(ctx, target), type, bytes);
    }
    if (name.isEmpty()) {
      throw badRequest("table.class.form");
    }
    return table(type, bytes, template(name));
  }

  private static String base(Context ctx, Node target) {
    return Quad.isDefaultGraph(target) ? ctx.fullUrl() : target.getURI();
  }

  private static Sent table(String type, byte[] bytes, CsvTemplate template) {
    return new SentTable("table" + TABLES.get(type), bytes, template);
  }

  private static Sent rdf(String base, String type, byte[] bytes) {
    Lang lang = RdfBody.syntax(type).orElseThrow(() -> Bodies.unsupported(type, supported()));
    return Sent.rdf(new RdfBody(bytes, lang, base));
  }

  /** Whether a media type is that of a table. */
  static boolean isTable(String type) {
    return TABLES.containsKey(type);
  }

  /** Whether a media type is read here. */
  static boolean isKnown(String type) {
    return isTable(type) || RdfBody.syntax(type).isPresent();
  }

  /** Browsers and curl do not know the types of RDF: then the name of the file tells. */
  static String type(String name, String said) {
    return isKnown(said)
        ? said
        : Optional.ofNullable(RDFLanguages.filenameToLang(name))
            .map(lang -> lang.getContentType().getContentTypeStr())
            .orElse(said);
  }

  private static String supported() {
    return Stream.concat(
            RdfBody.SYNTAXES.stream().map(syntax -> syntax.getContentType().getContentTypeStr()),
            Stream.concat(TABLES.keySet().stream(), Stream.of(MultipartForm.MEDIA_TYPE)))
        .collect(joining(", "));
  }

  /** The template of the class that the address names. */
  private CsvTemplate template(Context ctx) {
    String name = ctx.queryParam("class");
    if (name == null) {
      throw badRequest("table.class", "/classes/{name}.csv");
    }
    return template(name);
  }

  private CsvTemplate template(String name) {
    return graph.read(
        snapshot ->
            ClassProfile.of(snapshot, name)
                .map(CsvTemplate::of)
                .orElseThrow(() -> badRequest("class.unknown", name)));
  }

  private static ProblemException badRequest(String key, Object... arguments) {
    return new ProblemException(Problem.of(ProblemKind.BAD_REQUEST, key, arguments));
  }
}
