package org.bluethread.facade.answers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import cz.cvut.kbss.jsonld.common.BeanAnnotationProcessor;
import cz.cvut.kbss.jsonld.jackson.JsonLdModule;
import cz.cvut.kbss.jsonld.jackson.serialization.SerializationConstants;
import cz.cvut.kbss.jsonld.serialization.JsonNodeFactory;
import cz.cvut.kbss.jsonld.serialization.model.ObjectNode;
import cz.cvut.kbss.jsonld.serialization.serializer.ValueSerializer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.bluethread.endpoint.BundledContexts;
import org.bluethread.endpoint.RdfBody;
import org.bluethread.lookup.Hit;
import org.bluethread.lookup.Hits;
import org.bluethread.query.Shelf;
import org.bluethread.trace.Step;
import org.bluethread.trace.Thing;
import org.bluethread.trace.Trace;
import org.bluethread.trace.Unfolding;
import org.bluethread.vocabulary.Addresses;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * JB4JSON-LD writes a record with the context that its annotations make, inline; this program
 * writes a link in its place. Both have to say the same.
 */
final class InlineContextTest {
  private static final Thing ONE =
      new Thing(
          "http://e.org/1",
          "One",
          "en",
          "decision",
          "http://e.org/T",
          Optional.empty(),
          List.of("I", "1"));
  private static final Thing TWO =
      new Thing("http://e.org/2", "2", "", "", "", Optional.empty(), List.of());

  private final ObjectMapper linked =
      new ObjectMapper().registerModule(new Jdk8Module()).registerModule(new LinkedData());
  private final ObjectMapper inline = inline();

  static Stream<Object> answers() {
    // Two ways, not one twice, which JB4JSON-LD would refer to the second time.
    Trace trace = new Trace(ONE, TWO, 8, 5, false, 7, List.of(way(), way()), Optional.empty());
    Unfolding.Branches none = new Unfolding.Branches(0, List.of());
    Unfolding.Branch branch = new Unfolding.Branch(stated(), true, true, none);
    Hit hit = new Hit("http://e.org/1", "Un", "fr", Set.of("http://e.org/T"), List.of("I"), 1);
    return Stream.of(
        TraceAnswer.of(trace, "trace?from=a&to=b", AsOf.commit(7), Optional.of(6L), "zh"),
        UnfoldingAnswer.of(
            new Unfolding(ONE, 2, 7, new Unfolding.Branches(3, List.of(branch)), none),
            AsOf.commit(7),
            Optional.empty()),
        SearchAnswer.of("un", new Hits(1, List.of(hit), Optional.empty()), AsOf.commit(7)),
        QueryAnswer.of(Shelf.load(Path.of("queries")).queries().get(0), "zh"));
  }

  private static Trace.Way way() {
    Step mapped = new Step(TWO, ONE, List.of(), List.of(mapping(true), mapping(false)));
    return new Trace.Way(true, 1, 2, 3, List.of(stated(), mapped));
  }

  private static Step stated() {
    return new Step(ONE, TWO, List.of(statement(true), statement(false)), List.of());
  }

  private static Step.Statement statement(boolean forward) {
    Step.Unit unit =
        new Step.Unit("http://e.org/u", "3", true, "http://e.org/d", "Doc", "D/1", "2012");
    Step.Unit bare = new Step.Unit("http://e.org/v", "", false, "", "", "", "");
    return new Step.Statement(
        "http://e.org/" + forward,
        "leads to",
        forward,
        "One leads to two",
        "en",
        List.of(
            new Step.Source(
                Step.SourceKind.EVIDENCE,
                "http://e.org/g",
                "",
                List.of(unit, bare),
                Optional.empty()),
            new Step.Source(
                Step.SourceKind.DERIVATION,
                "http://e.org/h",
                "H",
                List.of(),
                Optional.of("Because"))),
        List.of(new Step.Status("http://e.org/planned", "planned", "http://e.org/2", "2012")));
  }

  private static Step.Mapping mapping(boolean forward) {
    return new Step.Mapping(
        "http://e.org/m" + forward,
        "http://e.org/close",
        forward,
        "Somebody",
        "http://e.org/manual",
        Optional.of("high"),
        Optional.of("Both count"));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void theLinkSaysWhatTheInlineContextSays(Object answer) throws Exception {
    String written = inline.writeValueAsString(answer);
    Graph expected = rdf(written);
    expected.remove(Node.ANY, RDF.type.asNode(), RDFS.Resource.asNode()); // Which says nothing.
    assertThat(inline.readTree(written).at("/@context").isObject()).isTrue();
    String link = linked.writeValueAsString(answer);
    assertThat(linked.readTree(link).at("/@context").asText()).isEqualTo(LinkedData.LINK);
    Graph said = rdf(link);
    assertThat(said.isIsomorphicWith(expected)).as("%s%n%s", said, expected).isTrue();
    assertThat(said.isEmpty()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("answers")
  void keysWithoutATermAreNullInTheContext(Object answer) throws Exception {
    JsonNode context = linked.readTree(BundledContexts.own()).at("/@context");
    for (var component : answer.getClass().getRecordComponents()) {
      boolean annotated =
          BeanAnnotationProcessor.getMarshallableFields(answer.getClass()).stream()
              .anyMatch(field -> field.getName().equals(component.getName()));
      JsonNode term = context.get(component.getName());
      assertThat(term).as(component.getName()).isNotNull();
      boolean keptAsJson = term.path("@type").asText().equals("@json");
      assertThat(annotated || term.isNull() || keptAsJson).as(component.getName()).isTrue();
    }
  }

  private static Graph rdf(String jsonLd) {
    Graph graph = GraphFactory.createDefaultGraph();
    new RdfBody(jsonLd.getBytes(StandardCharsets.UTF_8), Lang.JSONLD, Addresses.BASE)
        .parse(StreamRDFLib.graph(graph));
    return graph;
  }

  /** JB4JSON-LD as it comes, but for optional values, which it would write as their Java name. */
  @SuppressWarnings("rawtypes") // A class literal has no type arguments.
  private static ObjectMapper inline() {
    JsonLdModule module = new JsonLdModule();
    module.configure(SerializationConstants.FORM, SerializationConstants.FORM_COMPACT_WITH_CONTEXT);
    ValueSerializer<Optional> optional =
        (value, context) -> {
          if (value.isEmpty()) {
            return null;
          }
          if (!BeanAnnotationProcessor.isObjectProperty(context.getField())) {
            return JsonNodeFactory.createLiteralNode(context.getTerm(), value.get());
          }
          ObjectNode reference = JsonNodeFactory.createObjectNode(context.getTerm());
          reference.addItem(JsonNodeFactory.createObjectIdNode("@id", value.get()));
          return reference;
        };
    module.registerSerializer(Optional.class, optional);
    return new ObjectMapper().registerModule(new Jdk8Module()).registerModule(module);
  }
}
