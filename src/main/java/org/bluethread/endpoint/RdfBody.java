package org.bluethread.endpoint;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.jena.atlas.web.ContentType;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFParserRegistry;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.RiotLib;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.Context;
import org.bluethread.gate.Cause;
import org.bluethread.graph.Change;
import org.bluethread.graph.Grounding;
import org.bluethread.graph.Sha256;

/**
 * RDF that somebody sent: bytes, their syntax, and the base for relative IRIs. Immutable as long as
 * nobody changes the bytes.
 */
public final class RdfBody {
  /** The syntaxes that are read. */
  public static final List<Lang> SYNTAXES =
      List.of(Lang.TURTLE, Lang.TRIG, Lang.NTRIPLES, Lang.NQUADS, Lang.JSONLD, Lang.RDFXML);

  /** Those whose readers tell where they are. */
  private static final Set<Lang> PLACED =
      Set.of(Lang.TURTLE, Lang.TRIG, Lang.NTRIPLES, Lang.NQUADS);

  /** A few bytes that refer to a context cost what reading its hundred terms costs. */
  private static final int MOST_REFERENCES = 1000;

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
    return Sha256.hex(bytes);
  }

  /**
   * Adds the statements to a dataset.
   *
   * @param graph where triples go that stand in no graph
   * @throws org.apache.jena.riot.RiotException if the text is not in its syntax, with line and
   *     column where they are known
   * @throws RemoteAccessException if JSON-LD refers to a context that is not bundled
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
   * @throws RemoteAccessException if JSON-LD refers to a context that is not bundled, or RDF/XML to
   *     an entity outside of the document
   * @throws UnusableRequestException if it is not in UTF-8, is nested too deeply, or names a graph
   *     that cannot be written
   */
  public void parse(StreamRDF sink) {
    if (lang.equals(Lang.RDFXML)) {
      ExternalEntities.refuse(bytes);
    } else {
      checkUtf8();
    }
    LocalContexts contexts = new LocalContexts();
    Context context = new Context();
    context.set(LangJSONLD11.JSONLD_OPTIONS, contexts.options());
    try {
      Nesting.bounded(
          () ->
              RDFParser.create()
                  .source(new ByteArrayInputStream(bytes))
                  .lang(lang)
                  .base(base)
                  .context(context)
                  .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                  .parse(sink));
    } catch (IllegalArgumentException e) {
      throw new UnusableRequestException(e);
    } catch (RiotException e) {
      throw contexts.refused().orElse(e);
    }
  }

  /**
   * Finds where statements stand in the text.
   *
   * @param graph where triples went that stand in no graph
   * @param wanted the statements, in the form in which they were to be stored
   * @return where the last term of each begins, the first time; without those that the text does
   *     not have, and empty for JSON-LD and RDF/XML, whose readers do not tell
   */
  public Map<Quad, Cause.Place> places(Node graph, Set<Quad> wanted) {
    if (wanted.isEmpty()) {
      return Map.of();
    }
    Map<Quad, Cause.Place> places = new HashMap<>();
    Grounding grounding = new Grounding(hash());
    parsePlaced(
        (quad, place) -> {
          Node name = quad.isDefaultGraph() ? graph : quad.getGraph();
          Quad stored =
              grounding.stored(name, quad.getSubject(), quad.getPredicate(), quad.getObject());
          if (wanted.contains(stored)) {
            places.putIfAbsent(stored, place);
          }
        });
    return places;
  }

  /**
   * Reads the text once more and tells where the last term of each statement begins. For text that
   * {@link #parse} has read without fault.
   *
   * @param each gets the statements in the order of the text, triples in the default graph; is not
   *     called at all for JSON-LD and RDF/XML
   * @return whether the reader of the syntax tells places; those of JSON-LD and RDF/XML do not
   */
  public boolean parsePlaced(BiConsumer<Quad, Cause.Place> each) {
    if (!PLACED.contains(lang)) {
      return false;
    }
    PlacingProfile profile =
        new PlacingProfile(
            RiotLib.profile(lang, base, ErrorHandlerFactory.errorHandlerStrictNoLogging));
    StreamRDF sink =
        new StreamRDFBase() {
          @Override
          public void triple(Triple triple) {
            each.accept(Quad.create(Quad.defaultGraphIRI, triple), profile.place());
          }

          @Override
          public void quad(Quad quad) {
            each.accept(
                quad.isTriple() ? Quad.create(Quad.defaultGraphIRI, quad.asTriple()) : quad,
                profile.place());
          }
        };
    RDFParserRegistry.getFactory(lang)
        .create(lang, profile)
        .read(new ByteArrayInputStream(bytes), base, lang.getContentType(), sink, new Context());
    return true;
  }

  /** Jena's parsers would put U+FFFD in the place of what they cannot decode. */
  private void checkUtf8() {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(8192);
    CoderResult result;
    do {
      out.clear();
      result = decoder.decode(in, out, true);
    } while (result.isOverflow());
    if (result.isError()) {
      throw new UnusableRequestException(
          UnusableRequestException.Fault.NOT_UTF_8, (long) in.position());
    }
  }

  /**
   * Loads bundled JSON-LD contexts alone, and remembers which other one was asked for: the parser
   * does not tell.
   */
  private static final class LocalContexts implements DocumentLoader {
    private final Map<URI, Optional<JsonDocument>> bundled = new HashMap<>();
    private URI asked;
    private int references;

    /** Options without Titanium's caches, past which references would go uncounted. */
    JsonLdOptions options() {
      JsonLdOptions options = new JsonLdOptions(this);
      options.setContextCache(null);
      options.setDocumentCache(null);
      return options;
    }

    @Override
    public Document loadDocument(URI url, DocumentLoaderOptions options) throws JsonLdError {
      Optional<JsonDocument> context = bundled.computeIfAbsent(url, BundledContexts::at);
      if (context.isEmpty()) {
        asked = url;
        throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED);
      }
      references++;
      if (references > MOST_REFERENCES) {
        throw new JsonLdError(
            JsonLdErrorCode.CONTEXT_OVERFLOW,
            "The document refers to contexts more than "
                + MOST_REFERENCES
                + " times. Refer to one once, around all that it holds for.");
      }
      return context.get();
    }

    Optional<RuntimeException> refused() {
      return Optional.ofNullable(asked)
          .map(
              url ->
                  new RemoteAccessException(
                      RemoteAccessException.Fault.CONTEXT,
                      url.toString(),
                      String.join(", ", BundledContexts.addresses())));
    }
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
