package org.bluethread.endpoint;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.web.ContentType;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.Context;
import org.bluethread.graph.Change;

/**
 * RDF that somebody sent: bytes, their syntax, and the base for relative IRIs. Immutable as long as
 * nobody changes the bytes.
 */
public final class RdfBody {
  /** The syntaxes that are read. */
  public static final List<Lang> SYNTAXES =
      List.of(Lang.TURTLE, Lang.TRIG, Lang.NTRIPLES, Lang.NQUADS, Lang.JSONLD, Lang.RDFXML);

  private final byte[] bytes;
  private final Lang lang;
  private final String base;

  /**
   * @param bytes the text in UTF-8; not copied
   * @param lang one of {@link #SYNTAXES}
   * @param base what relative IRIs are resolved against
   */
  public RdfBody(byte[] bytes, Lang lang, String base) {
    this.bytes = bytes;
    this.lang = lang;
    this.base = base;
  }

  /** The syntax a media type stands for; empty when it is none of {@link #SYNTAXES}. */
  public static Optional<Lang> syntax(String mediaType) {
    ContentType type = ContentType.create(mediaType);
    return Optional.ofNullable(type)
        .map(known -> RDFLanguages.contentTypeToLang(known.getContentTypeStr()))
        .filter(SYNTAXES::contains);
  }

  /** SHA-256 of the bytes, the seed for the IRIs that stand in for their blank nodes. */
  public String hash() {
    return hash(bytes);
  }

  static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every Java platform has SHA-256", e);
    }
  }

  /**
   * Adds the statements to a dataset.
   *
   * @param graph where triples go that stand in no graph
   * @throws org.apache.jena.riot.RiotException if the text is not in its syntax, with line and
   *     column where they are known
   * @throws RemoteAccessException if JSON-LD refers to a context on another host
   */
  public Change addTo(Node graph) {
    return target -> parse(into(target, graph));
  }

  /** Like {@link #addTo}, after the graph has been emptied. */
  public Change replace(Node graph) {
    return target -> {
      target.removeGraph(graph);
      parse(into(target, graph));
    };
  }

  /**
   * Reads the text.
   *
   * @param sink gets what is read; blank nodes have labels of their own in each call
   * @throws org.apache.jena.riot.RiotException if the text is not in its syntax, with line and
   *     column where they are known
   * @throws RemoteAccessException if JSON-LD refers to a context on another host
   */
  public void parse(StreamRDF sink) {
    Context context = new Context();
    context.set(LangJSONLD11.JSONLD_OPTIONS, localContextsOnly());
    RDFParser.create()
        .source(new ByteArrayInputStream(bytes))
        .lang(lang)
        .base(base)
        .context(context)
        .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
        .parse(sink);
  }

  private static JsonLdOptions localContextsOnly() {
    JsonLdOptions options = new JsonLdOptions();
    options.setDocumentLoader(
        (url, loading) -> {
          throw new JsonLdError(
              JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED,
              new RemoteAccessException(
                  "The JSON-LD context <"
                      + url
                      + "> is refused: this server does not fetch from other hosts. Write the"
                      + " context into the document."));
        });
    return options;
  }

  private static StreamRDF into(DatasetGraph target, Node graph) {
    return new StreamRDFBase() {
      @Override
      public void triple(Triple triple) {
        target.add(graph, triple.getSubject(), triple.getPredicate(), triple.getObject());
      }

      @Override
      public void quad(Quad quad) {
        if (quad.isTriple() || quad.isDefaultGraph()) {
          triple(quad.asTriple());
        } else {
          target.add(quad);
        }
      }
    };
  }
}
