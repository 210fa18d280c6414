package org.bluethread.publish;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.vocabulary.RDF;
import org.bluethread.table.TableMapping;
import org.bluethread.vocabulary.Addresses;

/**
 * A table for people who have spreadsheets: one row a thing of a class, one column for each
 * property that the shapes speak of, and the mapping that makes statements of it. Immutable.
 *
 * <p>The first column, {@code id}, holds the identifier, whole or from {@code id/} on. A column of
 * texts ends with its language. Values of other properties are identifiers, codes or numbers as
 * they are; where several are allowed, | stands between them.
 */
public final class CsvTemplate {
  /** The column of the identifiers. */
  public static final String ID = "id";

  private static final List<String> USUAL_LANGUAGES = List.of("en", "zh");

  /** How a text shows which of several datatypes it has. */
  private static final Map<XSDDatatype, String> FORMS =
      Map.of(
          XSDDatatype.XSDgYear, "^[0-9]{4}$",
          XSDDatatype.XSDgYearMonth, "^[0-9]{4}-[0-9]{2}$",
          XSDDatatype.XSDinteger, "^[+-]?[0-9]+$");

  private final ClassProfile profile;
  private final List<CsvColumn> columns;

  private CsvTemplate(ClassProfile profile) {
    this.profile = profile;
    Map<Node, List<Requirement>> byProperty = new LinkedHashMap<>();
    profile.requirements().stream()
        .filter(asked -> asked.property().isPresent())
        .forEach(
            asked ->
                byProperty
                    .computeIfAbsent(asked.property().orElseThrow(), p -> new ArrayList<>())
                    .add(asked));
    this.columns =
        byProperty.entrySet().stream()
            .flatMap(entry -> columns(entry.getKey(), entry.getValue()))
            .toList();
  }

  /** The table for a class. */
  public static CsvTemplate of(ClassProfile profile) {
    return new CsvTemplate(profile);
  }

  /** The names of the columns. */
  public List<String> header() {
    return Stream.concat(Stream.of(ID), columns.stream().map(CsvColumn::name)).toList();
  }

  /** The names of the columns that every row fills. */
  public Set<String> required() {
    Set<String> required = new LinkedHashSet<>(List.of(ID));
    columns.stream().filter(CsvColumn::required).map(CsvColumn::name).forEach(required::add);
    return required;
  }

  /** The columns after {@code id}. */
  List<CsvColumn> columns() {
    return columns;
  }

  /** The names of the columns of a property; none if the table does not speak of it. */
  public List<String> columnsOf(Node property) {
    return columns.stream()
        .filter(column -> column.property().equals(property))
        .map(CsvColumn::name)
        .toList();
  }

  /** An empty table. */
  public String csv() {
    return String.join(",", header()) + "\r\n";
  }

  /** What the rows of a table with all columns mean: a CONSTRUCT. */
  public String mapping() {
    return construct(columns);
  }

  /**
   * What the rows of a table mean.
   *
   * @param header the names of its columns; those that need not be filled may be missing
   * @throws TemplateException if a column is missing or unknown
   */
  public TableMapping mapping(List<String> header) {
    List<String> unknown = header.stream().filter(name -> !header().contains(name)).toList();
    List<String> missing = required().stream().filter(name -> !header.contains(name)).toList();
    if (!unknown.isEmpty() || !missing.isEmpty()) {
      throw new TemplateException(profile.term().localName(), header(), unknown, missing);
    }
    return TableMapping.of(
        profile.term().localName() + ".rq",
        construct(columns.stream().filter(column -> header.contains(column.name())).toList()),
        Addresses.BASE);
  }

  private String construct(List<CsvColumn> present) {
    StringBuilder text = new StringBuilder();
    Prefixes.all().forEach((prefix, iri) -> text.append("PREFIX " + prefix + ": <" + iri + ">\n"));
    text.append("PREFIX apf: <http://jena.apache.org/ARQ/property#>\n\nCONSTRUCT {\n  ?thing a ");
    text.append(profile.types().stream().map(CsvTemplate::written).collect(joining(" , ")));
    present.forEach(
        column -> text.append(" ;\n    " + written(column.property()) + " ?" + value(column)));
    text.append(" .\n}\nWHERE {\n");
    text.append(bind(identifier("?" + ID), "thing"));
    for (CsvColumn column : present) {
      String cell = "?" + column.name();
      if (column.several()) {
        text.append(
            "  OPTIONAL { %sOne apf:strSplit ( %s \"\\\\s*\\\\|\\\\s*\" ) }\n"
                .formatted(cell, cell));
        cell += "One";
      }
      text.append(bind(column.value().replace("$cell", cell), value(column)));
    }
    return text.append("}\n").toString();
  }

  private static String bind(String expression, String variable) {
    return "  BIND(" + expression + " AS ?" + variable + ")\n";
  }

  private static String value(CsvColumn column) {
    return column.name() + "Value";
  }

  /** An identifier, whole or from {@code id/} on. */
  private static String identifier(String cell) {
    return "IRI(IF(CONTAINS($, \":\"), $, CONCAT(\"id/\", $)))".replace("$", cell);
  }

  private static Stream<CsvColumn> columns(Node property, List<Requirement> asked) {
    Map<String, String> messages = new LinkedHashMap<>();
    asked.forEach(
        one ->
            one.messages()
                .forEach((tag, text) -> messages.merge(tag, text, (a, b) -> a + " " + b)));
    String name = property.getURI().replaceFirst("^.*[/#]", "");
    SortedSet<String> languages = new TreeSet<>();
    asked.forEach(one -> languages.addAll(one.languages()));
    boolean required = asked.stream().anyMatch(one -> one.least().orElse(0) > 0);
    if (asked.stream().anyMatch(Requirement::text)) {
      boolean several =
          asked.stream().noneMatch(one -> one.oncePerLanguage() || one.most().orElse(2) == 1);
      List<String> offered =
          asked.stream().flatMap(one -> one.offered().stream()).distinct().toList();
      return Stream.concat(
              (offered.isEmpty() ? USUAL_LANGUAGES : offered).stream(), languages.stream())
          .distinct()
          .map(
              tag ->
                  new CsvColumn(
                      name + "_" + tag,
                      property,
                      Optional.of(tag),
                      "STRLANG($cell, \"" + tag + "\")",
                      languages.contains(tag) || (required && offered.equals(List.of(tag))),
                      several,
                      messages));
    }
    boolean several = asked.stream().noneMatch(one -> one.most().orElse(2) == 1);
    return Stream.of(
        new CsvColumn(
            name, property, Optional.empty(), value(property, asked), required, several, messages));
  }

  private static String value(Node property, List<Requirement> asked) {
    List<Node> allowed = asked.stream().flatMap(one -> one.allowed().stream()).toList();
    List<Node> datatypes =
        asked.stream().flatMap(one -> one.datatypes().stream()).distinct().toList();
    boolean literal = allowed.stream().anyMatch(Node::isLiteral);
    if (!allowed.isEmpty() && !literal) {
      return "IRI(IF(CONTAINS($cell, \":\"), $cell, CONCAT(\"%s\", $cell)))"
          .formatted(allowed.get(0).getURI().replaceFirst("[^/#]*$", ""));
    }
    if (property.equals(RDF.Nodes.type)
        || asked.stream().anyMatch(one -> one.identifier() || !one.classes().isEmpty())) {
      return identifier("$cell");
    }
    return datatypes.isEmpty() ? "$cell" : typed(datatypes);
  }

  /** A literal whose datatype is the first whose form it has, else the last. */
  private static String typed(List<Node> datatypes) {
    Node last =
        datatypes.stream().filter(type -> form(type) == null).findFirst().orElse(datatypes.get(0));
    String typed = "STRDT($cell, " + written(last) + ")";
    for (Node type : datatypes) {
      if (!type.equals(last)) {
        typed =
            "IF(REGEX($cell, \"%s\"), STRDT($cell, %s), %s)"
                .formatted(form(type), written(type), typed);
      }
    }
    return typed;
  }

  private static String form(Node datatype) {
    return FORMS.entrySet().stream()
        .filter(entry -> entry.getKey().getURI().equals(datatype.getURI()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  private static String written(Node node) {
    return NodeFmtLib.str(node, Prefixes.all());
  }
}
