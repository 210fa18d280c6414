package org.bluethread.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.bluethread.execution.Calls;
import org.bluethread.vocabulary.Addresses;
import org.bluethread.vocabulary.BT;

/**
 * One file of the shelf. Its first lines begin with {@code #+} and, without that, are YAML:
 *
 * <pre>{@code
 * #+ title: {en: What an organ does, zh: …}
 * #+ description: {en: …, zh: …}
 * #+ keywords: [organ, output]
 * #+ params:
 * #+   - name: organ
 * #+     kind: thing
 * #+     class: bt:Organ
 * #+     required: true
 * #+     description: {en: …, zh: …}
 * #+     example: finance-committee
 * #+ chart: {kind: bars, value: outputs, label: [name]}
 * #+ cells: {timeFrame: bt:TimeFrame, by: thing, status: term, role: word}
 * #+ recipe:
 * #+   title: {en: How to say what an organ does, zh: …}
 * #+   values: {organ: finance-committee}
 * #+   trig: |
 * #+     …
 * }</pre>
 *
 * <p>What follows is one query of SPARQL 1.1 that asks the whole graph: no {@code FROM}, no {@code
 * SERVICE}. The prefix in {@code class} is one of the query's.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-query/">SPARQL 1.1 Query Language</a>
 */
final class QueryFile {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern PARAMETER_NAME = Pattern.compile("[a-z][a-zA-Z0-9]*");

  /** Names that doors keep for what is not a matter of the query. */
  private static final List<String> RESERVED =
      List.of("after", "format", "lang", "limit", "offset", "page");

  private QueryFile() {}

  /**
   * Reads and checks a file.
   *
   * @throws ShelfException if anything is wrong with it
   */
  static NamedQuery read(String file, String content) {
    Decorators decorators = Decorators.read(file, content);
    Section said = decorators.said();
    said.allowOnly("title", "description", "keywords", "params", "recipe", "chart", "cells");
    Query query = parse(said, decorators.sparql());
    Set<String> variables = variables(query);
    List<Parameter> parameters = parameters(said, query, variables);
    checkBinding(said, query, parameters);
    if (variables.contains(Parameter.LANG.name())) {
      parameters.add(Parameter.LANG);
    }
    return new NamedQuery(
        name(said),
        said.wording("title"),
        said.wording("description"),
        said.texts("keywords"),
        parameters,
        recipe(said),
        chart(said, query),
        cells(said, query),
        query,
        decorators.sparql());
  }

  private static Optional<Recipe> recipe(Section said) {
    return said.section("recipe")
        .map(
            recipe -> {
              recipe.allowOnly("title", "values", "trig");
              Map<String, String> values =
                  recipe.section("values").map(Section::allTexts).orElse(Map.of());
              return new Recipe(recipe.wording("title"), values, recipe.text("trig"));
            });
  }

  private static Optional<Chart> chart(Section said, Query query) {
    return said.section("chart")
        .map(
            chart -> {
              chart.allowOnly("kind", "value", "label", "each");
              Chart read =
                  new Chart(
                      kind(chart), chart.text("value"), chart.texts("label"), chart.texts("each"));
              checkColumns(chart, read, query);
              return read;
            });
  }

  private static Chart.Kind kind(Section chart) {
    return switch (chart.text("kind")) {
      case "bars" -> Chart.Kind.BARS;
      case "columns" -> Chart.Kind.COLUMNS;
      default -> throw chart.wrong("The kind must be bars or columns");
    };
  }

  private static void checkColumns(Section said, Chart chart, Query query) {
    if (chart.label().isEmpty()) {
      throw said.wrong("There must be a label: a list of columns");
    }
    if (chart.kind() == Chart.Kind.COLUMNS && chart.label().size() > 1) {
      throw said.wrong("The label of columns must be one column, which gives the year");
    }
    Stream.of(List.of(chart.value()), chart.label(), chart.each())
        .flatMap(List::stream)
        .forEach(column -> checkColumn(said, column, query));
  }

  private static void checkColumn(Section said, String column, Query query) {
    List<String> columns = query.isSelectType() ? query.getResultVars() : List.of();
    if (!columns.contains(column)) {
      throw said.wrong("The query has no column " + column + ", but " + String.join(", ", columns));
    }
  }

  private static Map<String, Cell> cells(Section said, Query query) {
    Map<String, Cell> cells = new HashMap<>();
    said.section("cells")
        .ifPresent(
            section ->
                section
                    .allTexts()
                    .forEach(
                        (column, what) -> {
                          checkColumn(section, column, query);
                          cells.put(column, cell(section, what, query));
                        }));
    return cells;
  }

  private static Cell cell(Section cells, String what, Query query) {
    return switch (what) {
      case "thing" -> new Cell(Cell.Kind.THING, Optional.empty());
      case "term" -> new Cell(Cell.Kind.TERM, Optional.empty());
      case "word" -> new Cell(Cell.Kind.WORD, Optional.empty());
      default -> new Cell(Cell.Kind.THING, Optional.of(classIri(cells, what, query)));
    };
  }

  private static String name(Section said) {
    String name =
        said.file().endsWith(Shelf.SUFFIX)
            ? said.file().substring(0, said.file().length() - Shelf.SUFFIX.length())
            : said.file();
    if (!NAME.matcher(name).matches()) {
      throw said.wrong("The file's name must be of words of a-z and 0-9 with hyphens between");
    }
    return name;
  }

  private static Query parse(Section said, String sparql) {
    try {
      Query query = QueryFactory.create(sparql, Addresses.BASE, Syntax.syntaxSPARQL_11);
      if (query.hasDatasetDescription()) {
        throw said.wrong("A named query asks the whole graph: write GRAPH in place of FROM");
      }
      // Jena 5.6.0 takes the first condition for all when it puts a value into several.
      if (query.getHavingExprs().size() > 1) {
        throw said.wrong("HAVING must have one condition: write && between its parts");
      }
      refuseHiddenOrder(said, query);
      refuseService(said, query);
      return query;
    } catch (JenaException e) {
      throw new ShelfException(said.file(), "The query is not SPARQL 1.1: " + e.getMessage(), e);
    }
  }

  /** A row that stands for several has no place among them if they are ordered by what differs. */
  private static void refuseHiddenOrder(Section said, Query query) {
    if ((query.isDistinct() || query.isReduced())
        && query.hasOrderBy()
        && query.getOrderBy().stream()
            .map(condition -> condition.getExpression().getVarsMentioned())
            .anyMatch(variables -> !query.getProjectVars().containsAll(variables))) {
      throw said.wrong("A query with DISTINCT or REDUCED can be ordered only by what it selects");
    }
  }

  private static void refuseService(Section said, Query query) {
    if (!Calls.in(Algebra.compile(query)).services().isEmpty()) {
      throw said.wrong("A named query asks this graph alone: it must not have a SERVICE");
    }
  }

  /** The variables that values can take the places of, wherever in the query they stand. */
  private static Set<String> variables(Query query) {
    Set<String> variables = new HashSet<>();
    QueryTransformOps.transform(
        query,
        node -> {
          if (Var.isNamedVar(node)) {
            variables.add(node.getName());
          }
          return node;
        });
    return variables;
  }

  private static List<Parameter> parameters(Section said, Query query, Set<String> variables) {
    List<Parameter> parameters = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Section entry : said.sections("params")) {
      Parameter parameter = parameter(entry, query);
      if (!names.add(parameter.name())) {
        throw said.wrong("There are two parameters " + parameter.name());
      }
      if (!variables.contains(parameter.name())) {
        throw said.wrong("The query has no variable ?" + parameter.name() + " for the parameter");
      }
      parameters.add(parameter);
    }
    return parameters;
  }

  private static Parameter parameter(Section entry, Query query) {
    String name = entry.text("name");
    Section said = entry.at("parameter " + name);
    said.allowOnly("name", "kind", "class", "required", "default", "description", "example");
    if (!PARAMETER_NAME.matcher(name).matches() || RESERVED.contains(name)) {
      throw said.wrong(
          "A parameter's name must be a small letter, then letters and digits, and not one of "
              + String.join(", ", RESERVED));
    }
    String word = said.text("kind");
    ParameterKind kind =
        ParameterKind.of(word)
            .orElseThrow(
                () -> said.wrong("There is no kind " + word + ", but " + ParameterKind.words()));
    boolean required = said.flag("required");
    Optional<String> defaultValue = said.optionalText("default");
    if (required && defaultValue.isPresent()) {
      throw said.wrong("What is required cannot have a default");
    }
    String example = said.text("example");
    checkForm(said, kind, example);
    defaultValue.ifPresent(value -> checkForm(said, kind, value));
    return new Parameter(
        name,
        kind,
        classIri(said, kind, query),
        required,
        defaultValue,
        said.wording("description"),
        example);
  }

  private static void checkForm(Section said, ParameterKind kind, String value) {
    if (!kind.isInGraph() && kind.literal(value).isEmpty()) {
      throw said.wrong("\"" + value + "\" is not of the kind " + kind.word());
    }
  }

  private static Optional<String> classIri(Section said, ParameterKind kind, Query query) {
    if (kind != ParameterKind.THING) {
      if (said.optionalText("class").isPresent()) {
        throw said.wrong("Only a thing has a class");
      }
      return kind == ParameterKind.UNIT ? Optional.of(BT.CitableUnit.getURI()) : Optional.empty();
    }
    return Optional.of(classIri(said, said.text("class"), query));
  }

  private static String classIri(Section said, String written, Query query) {
    String expanded = query.getPrefixMapping().expandPrefix(written);
    if (expanded.equals(written)) {
      throw said.wrong("The class must be written with a prefix of the query: " + written);
    }
    return expanded;
  }

  /**
   * Tries to put values in: that is refused where the query itself gives the variable one, and some
   * places, such as after ORDER BY, are no longer SPARQL when there is a value.
   */
  private static void checkBinding(Section said, Query query, List<Parameter> parameters) {
    Map<String, Node> anything = new HashMap<>();
    anything.put(Parameter.LANG.name(), NodeFactory.createLiteralString(""));
    parameters.forEach(
        parameter -> anything.put(parameter.name(), NodeFactory.createURI(Addresses.BASE)));
    try {
      Query bound = BoundQuery.substitute(query, anything);
      QueryFactory.create(bound.toString(), Syntax.syntaxSPARQL_11);
    } catch (JenaException e) {
      throw new ShelfException(
          said.file(),
          "A parameter stands where the query gives it a value of its own, or where SPARQL allows"
              + " only a variable: "
              + e.getMessage(),
          e);
    }
  }
}
