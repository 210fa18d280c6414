package org.bluethread.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.bluethread.query.ParameterException.Problem;

/** Turns the values that were given for a query's parameters into RDF terms. */
final class Binder {
  private final NamedQuery query;
  private final Things things;

  Binder(NamedQuery query, Things things) {
    this.query = query;
    this.things = things;
  }

  BoundQuery bind(Map<String, List<String>> given) {
    given.keySet().forEach(this::refuseUnknown);
    Map<String, Node> values = new HashMap<>();
    for (Parameter parameter : query.parameters()) {
      value(parameter, given.getOrDefault(parameter.name(), List.of()))
          .ifPresent(value -> values.put(parameter.name(), value));
    }
    return new BoundQuery(query, values);
  }

  private void refuseUnknown(String name) {
    List<String> known = query.parameters().stream().map(Parameter::name).toList();
    if (!known.contains(name) && !name.equals(Parameter.LANG.name())) {
      throw new ParameterException(
          name,
          Problem.UNKNOWN,
          known,
          known.isEmpty()
              ? Messages.of("unknown.none", name, query.name())
              : Messages.of("unknown", name, query.name(), String.join(", ", known)));
    }
  }

  private Optional<Node> value(Parameter parameter, List<String> given) {
    List<String> spellings = given.stream().map(String::strip).filter(s -> !s.isEmpty()).toList();
    if (spellings.size() > 1) {
      throw new ParameterException(
          parameter.name(),
          Problem.REPEATED,
          List.of(),
          Messages.of("repeated", parameter.name(), Integer.toString(spellings.size())));
    }
    if (spellings.isEmpty() && parameter.required()) {
      throw new ParameterException(
          parameter.name(),
          Problem.MISSING,
          List.of(),
          Messages.of("missing", parameter.name(), parameter.example()));
    }
    return Stream.concat(spellings.stream(), parameter.defaultValue().stream())
        .findFirst()
        .map(spelling -> term(parameter, spelling));
  }

  private Node term(Parameter parameter, String spelling) {
    return parameter.kind().isInGraph()
        ? thing(parameter, spelling)
        : parameter
            .kind()
            .literal(spelling)
            .orElseThrow(
                () -> wrong(parameter, Problem.MALFORMED, parameter.kind().word(), spelling));
  }

  private Node thing(Parameter parameter, String spelling) {
    List<String> found = things.find(spelling, parameter.classIri().orElseThrow());
    if (found.isEmpty()) {
      throw wrong(parameter, Problem.NOT_FOUND, "notFound." + parameter.kind().word(), spelling);
    }
    if (found.size() > 1) {
      throw new ParameterException(
          parameter.name(),
          Problem.AMBIGUOUS,
          found,
          Messages.of(
              "ambiguous", parameter.name(), shortened(spelling), String.join(", ", found)));
    }
    return NodeFactory.createURI(found.get(0));
  }

  private static ParameterException wrong(
      Parameter parameter, Problem problem, String message, String spelling) {
    return new ParameterException(
        parameter.name(),
        problem,
        List.of(),
        Messages.of(message, parameter.name(), shortened(spelling), parameter.example()));
  }

  private static String shortened(String spelling) {
    int most = 100;
    return spelling.codePointCount(0, spelling.length()) <= most
        ? spelling
        : spelling.substring(0, spelling.offsetByCodePoints(0, most)) + "…";
  }
}
