package org.bluethread.publish.schemaorg;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.bluethread.graph.Labels;
import org.bluethread.graph.Snapshot;
import org.bluethread.publish.Description;
import org.bluethread.publish.location.Location;
import org.bluethread.publish.location.Locations;
import org.bluethread.publish.schemaorg.Rule.Form;
import org.bluethread.vocabulary.BT;
import org.locationtech.jts.geom.Envelope;

/**
 * A thing in the words of schema.org, as {@link Rules} has it: what the graph says of the thing, in
 * the form that search engines and the Ocean Data and Information System read. In a read
 * transaction; not safe for threads; good for one page.
 *
 * @see <a href="https://developers.google.com/search/docs/appearance/structured-data/dataset">What
 *     Google reads of datasets</a>
 * @see <a href="https://book.odis.org/">The ODIS book</a>
 */
public final class ThingMarkup {
  private static final Way TITLE = Way.of("dcterms:title|skos:prefLabel|rdfs:label");
  private static final Way STATED =
      Way.of("dcterms:description|dcterms:abstract|skos:definition|rdfs:comment");
  private static final Way CODES = Way.of("skos:notation|dcterms:identifier");
  private static final Way TOPICS =
      Way.of("dcat:keyword|skos:altLabel|dcterms:subject|dcat:theme|bt:concerns");
  private static final Node EVENT_DATE =
      NodeFactory.createURI("http://rs.tdwg.org/dwc/terms/eventDate");

  /** What Google wants descriptions to have at the least, and at the most. */
  private static final int SHORTEST = 50;

  private static final int LONGEST = 5000;
  private static final int MOST_KEYWORDS = 20;
  private static final int MOST_CLASSES = 100;

  private final Snapshot snapshot;
  private final Graph union;
  private final Telling telling;

  private ThingMarkup(Snapshot snapshot, Telling telling) {
    this.snapshot = snapshot;
    this.union = snapshot.union();
    this.telling = telling;
  }

  /**
   * What a page says of its thing.
   *
   * @param description what the page shows
   * @return a JSON-LD document of maps, lists and strings, which needs no context from elsewhere;
   *     empty if schema.org has no word for what the thing is
   */
  public static Optional<Map<String, Object>> of(
      Snapshot snapshot, Description description, Telling telling) {
    ThingMarkup markup = new ThingMarkup(snapshot, telling);
    return markup.type(description.thing()).map(type -> markup.document(description, type));
  }

  private Map<String, Object> document(Description description, String type) {
    Node thing = description.thing();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("@context", Markup.CONTEXT);
    document.putAll(head(thing, type));
    for (Rule rule : Rules.PROPERTIES) {
      if (rule.types().contains(type)) {
        fill(document, thing, rule);
      }
    }
    if (type.equals("Dataset")) {
      coverage(document, description);
    } else if (type.equals("Place") || type.equals("Country")) {
      Locations own = Locations.of(snapshot, description);
      if (own.own()) {
        Markup.put(document, "geo", geo(own.found().stream()).stream().toList());
      }
    }
    return document;
  }

  /** What is said of every thing, also where it is named on the page of another. */
  private Map<String, Object> head(Node thing, String type) {
    String iri = thing.getURI();
    String name = name(thing);
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("@type", type);
    head.put("@id", iri);
    head.put("name", name);
    head.put("description", describe(thing, name));
    head.put("url", telling.page().apply(iri));
    Markup.put(
        head,
        "identifier",
        Stream.concat(texts(CODES.from(union, thing)), Stream.of(iri)).distinct().toList());
    if (Rules.WITH_KEYWORDS.contains(type)) {
      Markup.put(head, "keywords", keywords(thing));
    }
    return head;
  }

  private void fill(Map<String, Object> document, Node thing, Rule rule) {
    Object name = document.get("name");
    List<Node> found = rule.way().from(union, thing);
    Markup.put(
        document,
        rule.property(),
        found.stream()
            .flatMap(node -> written(node, rule.form()).stream())
            .filter(Predicate.not(name::equals))
            .distinct()
            .toList());
  }

  private Optional<Object> written(Node node, Form form) {
    return switch (form) {
      case TEXT -> text(node).map(Object.class::cast);
      case ADDRESS -> address(node).map(Object.class::cast);
      case BODY -> isBody(node) ? Optional.of(named(node)) : Optional.empty();
      case THING -> node.isURI() ? Optional.of(named(node)) : text(node).map(Object.class::cast);
    };
  }

  private boolean isBody(Node node) {
    return node.isURI() && type(node).equals(Optional.of("Organization"));
  }

  private static boolean isShort(Form form) {
    return form == Form.TEXT || form == Form.ADDRESS;
  }

  /** A thing named on the page of another: what is said of it, but no further things. */
  private Map<String, Object> named(Node thing) {
    String type = type(thing).orElse("Thing");
    Map<String, Object> named = head(thing, type);
    for (Rule rule : Rules.PROPERTIES) {
      if (isShort(rule.form()) && rule.types().contains(type)) {
        fill(named, thing, rule);
      }
    }
    return named;
  }

  /** When and where what a dataset holds was recorded, if all of its records are at hand. */
  private void coverage(Map<String, Object> document, Description description) {
    Set<Node> records = new LinkedHashSet<>();
    description.statements().stream()
        .filter(quad -> quad.getPredicate().equals(BT.hasRecord.asNode()))
        .forEach(quad -> records.add(quad.getObject()));
    if (records.isEmpty() || description.cut()) {
      return;
    }
    List<String> days =
        records.stream()
            .flatMap(record -> Iter.asStream(union.find(record, EVENT_DATE, Node.ANY)))
            .map(Triple::getObject)
            .filter(Node::isLiteral)
            .map(Node::getLiteralLexicalForm)
            .sorted()
            .toList();
    if (!days.isEmpty()) {
      document.putIfAbsent("temporalCoverage", span(days.get(0), days.get(days.size() - 1)));
    }
    Locations near = Locations.of(snapshot, description);
    if (!near.own() && !near.cut()) {
      geo(near.found().stream().filter(one -> records.contains(one.thing())))
          .ifPresent(
              geo -> document.putIfAbsent("spatialCoverage", Map.of("@type", "Place", "geo", geo)));
    }
  }

  /** An interval of ISO 8601, or the one day. */
  private static String span(String first, String last) {
    return first.equals(last) ? first : first + "/" + last;
  }

  private static Optional<Object> geo(Stream<Location> locations) {
    Envelope box = new Envelope();
    locations.forEach(one -> box.expandToInclude(one.geometry().getEnvelopeInternal()));
    if (box.isNull()) {
      return Optional.empty();
    }
    Map<String, Object> geo = new LinkedHashMap<>();
    if (box.getArea() == 0 && box.getDiameter() == 0) {
      geo.put("@type", "GeoCoordinates");
      geo.put("latitude", box.getMinY());
      geo.put("longitude", box.getMinX());
    } else {
      geo.put("@type", "GeoShape");
      geo.put(
          "box",
          "%s %s %s %s".formatted(box.getMinY(), box.getMinX(), box.getMaxY(), box.getMaxX()));
    }
    return Optional.of(geo);
  }

  private String name(Node thing) {
    return chosen(TITLE.from(union, thing)).orElseGet(thing::getURI);
  }

  private String describe(Node thing, String name) {
    String stated = chosen(STATED.from(union, thing)).orElse("");
    if (stated.length() >= SHORTEST) {
      return Markup.cut(stated, LONGEST);
    }
    String kinds = String.join(", ", kinds(thing));
    String summary = telling.summary().of(Markup.cut(name, LONGEST / 2), kinds);
    return Markup.cut(stated.isEmpty() ? summary : stated + " " + summary, LONGEST);
  }

  private List<String> keywords(Node thing) {
    return Stream.concat(kinds(thing).stream(), texts(TOPICS.from(union, thing)))
        .distinct()
        .limit(MOST_KEYWORDS)
        .toList();
  }

  /** The names of the classes of a thing. */
  private List<String> kinds(Node thing) {
    return Way.of("rdf:type").from(union, thing).stream()
        .filter(Node::isURI)
        .map(type -> label(type).orElseGet(() -> localName(type.getURI())))
        .sorted()
        .distinct()
        .toList();
  }

  private static String localName(String iri) {
    return iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
  }

  private Optional<String> label(Node thing) {
    return Labels.of(union, thing, telling.language()).map(Node::getLiteralLexicalForm);
  }

  private Stream<String> texts(List<Node> nodes) {
    return nodes.stream().flatMap(node -> text(node).stream());
  }

  /** The text of a literal; of a thing its name, without one nothing. */
  private Optional<String> text(Node node) {
    if (node.isLiteral()) {
      return Optional.of(node.getLiteralLexicalForm()).filter(text -> !text.isBlank());
    }
    return node.isURI() ? label(node) : Optional.empty();
  }

  /** Of several texts that in the language wanted, else that in English, else the first. */
  private Optional<String> chosen(List<Node> texts) {
    return texts.stream()
        .filter(Node::isLiteral)
        .filter(text -> !text.getLiteralLexicalForm().isBlank())
        .min(
            Comparator.<Node>comparingInt(text -> rank(text.getLiteralLanguage()))
                .thenComparing(Node::getLiteralLanguage))
        .map(Node::getLiteralLexicalForm);
  }

  private int rank(String language) {
    if (language.equals(telling.language())) {
      return 0;
    }
    return language.equals("en") ? 1 : 2;
  }

  private static Optional<String> address(Node node) {
    return Optional.of(node)
        .filter(Node::isURI)
        .map(Node::getURI)
        .filter(iri -> iri.matches("(?s)https?://.+") && isUri(iri));
  }

  private static boolean isUri(String iri) {
    try {
      return new URI(iri).getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** What schema.org calls a thing of these classes. */
  private Optional<String> type(Node thing) {
    Set<Node> classes = upwards(thing);
    return Rules.TYPES.entrySet().stream()
        .filter(entry -> classes.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** The classes of a thing, and those above them. */
  private Set<Node> upwards(Node thing) {
    Set<Node> classes = new LinkedHashSet<>();
    List<Node> next = new ArrayList<>(Way.of("rdf:type").from(union, thing));
    while (!next.isEmpty() && classes.size() < MOST_CLASSES) {
      Node one = next.remove(next.size() - 1);
      if (classes.add(one)) {
        next.addAll(Way.of("rdfs:subClassOf").from(union, one));
      }
    }
    return classes;
  }
}
