package org.bluethread.facade.pages;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.shacl.engine.ShaclPaths;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.bluethread.facade.pages.ThingPage.Term;
import org.bluethread.gate.Cause;
import org.bluethread.gate.Report;
import org.bluethread.gate.Result;

/**
 * The verdict of the gate.
 *
 * @param report what it said
 */
public record ReportPage(Report report) {

  /**
   * A result for reading.
   *
   * @param severity the key of the word for how grave it is
   * @param message what is wrong and how to mend it
   * @param language the language of the message
   * @param focus the node that was judged
   * @param path the property path; empty if it is about the node itself
   * @param value the value at fault; empty if it is about none in particular
   * @param shape the shape that was not met
   * @param causes the statements at fault, as in a diff
   * @param lines where these stand in what was sent, as far as that is known
   */
  public record Finding(
      String severity,
      String message,
      String language,
      Term focus,
      String path,
      Optional<Term> value,
      Term shape,
      List<String> causes,
      List<Long> lines) {}

  /** The results, with their messages in a language if they have it, else in English. */
  public List<Finding> findings(String language) {
    return report.results().stream().map(result -> finding(result, language)).toList();
  }

  /** What was found that stood there before. */
  public List<Finding> standing(String language) {
    return report.standing().stream().map(result -> finding(result, language)).toList();
  }

  /** The shapes of which all targets were judged. */
  public List<Term> searchedWhole() {
    return report.searchedWhole().stream().map(ReportPage::term).toList();
  }

  private static String cause(Cause cause) {
    return (cause.came() ? "+ " : "- ")
        + NodeFmtLib.str(cause.quad().asTriple())
        + cause.place().map(place -> " (" + place.line() + ":" + place.column() + ")").orElse("");
  }

  private static Finding finding(Result result, String language) {
    return new Finding(
        severity(result),
        result.message(language),
        result.messages().containsKey(language) ? language : "en",
        term(result.focusNode()),
        result.path().map(ShaclPaths::pathToString).orElse(""),
        result.value().map(ReportPage::term),
        term(result.sourceShape()),
        result.causes().stream().map(ReportPage::cause).toList(),
        result.causes().stream()
            .flatMap(cause -> cause.place().stream())
            .map(Cause.Place::line)
            .distinct()
            .sorted()
            .toList());
  }

  private static String severity(Result result) {
    if (result.isViolation()) {
      return "report.violation";
    }
    return result.severity().equals(SHACL.Warning) ? "report.warning" : "report.info";
  }

  private static Term term(Node node) {
    return node.isURI()
        ? new Term(node.getURI(), "", Optional.of(node.getURI()))
        : new Term(NodeFmtLib.displayStr(node), "", Optional.empty());
  }
}
