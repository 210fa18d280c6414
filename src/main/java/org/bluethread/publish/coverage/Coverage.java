package org.bluethread.publish.coverage;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * What documents say about the targets of a framework. Immutable.
 *
 * @param framework the framework
 * @param targets its targets, {@link CoverageReader#MOST_TARGETS} at the most
 * @param claims what documents say about them, {@link CoverageReader#MOST_CLAIMS} at the most
 * @param mappings the mappings that relate each target to others, which no document states
 * @param findings what gap analyses found about them
 * @param documents the documents that state anything at all, about targets or not
 * @param complete whether these are all targets and claims
 */
public record Coverage(
    Node framework,
    List<Node> targets,
    List<Claim> claims,
    Map<Node, List<Node>> mappings,
    List<Finding> findings,
    List<Node> documents,
    boolean complete) {
  /** Copies lists and map. */
  public Coverage {
    targets = List.copyOf(targets);
    claims = List.copyOf(claims);
    mappings = Map.copyOf(mappings);
    findings = List.copyOf(findings);
    documents = List.copyOf(documents);
  }

  /**
   * How many claims stand under each value of an axis. All documents have a value, be it 0; of all
   * else only what some claim stands under.
   */
  public Map<Node, Integer> columns(Axis axis) {
    Map<Node, Integer> columns = new LinkedHashMap<>();
    if (axis == Axis.DOCUMENT) {
      documents.forEach(document -> columns.put(document, 0));
    }
    claims.forEach(
        claim -> under(claim, axis).forEach(column -> columns.merge(column, 1, Integer::sum)));
    return columns;
  }

  /** How many claims about each target stand under each value of an axis; without zeros. */
  public Map<Node, Map<Node, Integer>> cells(Axis axis) {
    Map<Node, Map<Node, Integer>> cells = new HashMap<>();
    for (Claim claim : claims) {
      Map<Node, Integer> row = cells.computeIfAbsent(claim.target(), target -> new HashMap<>());
      under(claim, axis).forEach(column -> row.merge(column, 1, Integer::sum));
    }
    return cells;
  }

  /**
   * The framework, and all that has a name in its rows, in its columns and in what gap analyses
   * found; things may come more than once.
   */
  public Stream<Node> things() {
    return Stream.of(
            Stream.of(framework),
            targets.stream(),
            documents.stream(),
            claims.stream()
                .flatMap(claim -> claim.columns().values().stream())
                .flatMap(Set::stream),
            findings.stream().flatMap(Finding::things))
        .flatMap(things -> things);
  }

  /** The claims about a target that stand under a value of an axis. */
  public List<Claim> claims(Axis axis, Node target, Node column) {
    return claims.stream()
        .filter(claim -> claim.target().equals(target) && under(claim, axis).contains(column))
        .toList();
  }

  private static Set<Node> under(Claim claim, Axis axis) {
    return claim.columns().getOrDefault(axis, Set.of());
  }
}
