package org.bluethread.facade.reconcile;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.bluethread.facade.pages.Terms;

/**
 * A value as tables take it. Days become their midnight, as the specification knows moments only.
 *
 * @see <a
 *     href="https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/#data-extension-responses">
 *     Reconciliation Service API 0.2, 8.4</a>
 */
public sealed interface Cell {
  /** A day or a moment, perhaps with its distance from UTC. */
  Pattern MOMENT =
      Pattern.compile(
          "([0-9]{4}-[0-9]{2}-[0-9]{2})(T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]+)?)?"
              + "(Z|[+-][0-9]{2}:[0-9]{2})?");

  /** A whole number that is worth being written as one. */
  Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,40}");

  /**
   * A thing.
   *
   * @param id its IRI
   * @param name its name
   */
  record Thing(String id, String name) implements Cell {}

  /**
   * A text.
   *
   * @param text the text
   */
  record Text(@JsonProperty("str") String text) implements Cell {}

  /**
   * A whole number.
   *
   * @param number the number
   */
  record Whole(@JsonProperty("int") BigInteger number) implements Cell {}

  /**
   * A number with decimals.
   *
   * @param number the number
   */
  record Decimal(@JsonProperty("float") double number) implements Cell {}

  /**
   * A moment.
   *
   * @param date with time, as ISO 8601 writes it
   */
  record Moment(String date) implements Cell {}

  /** A value of a property. */
  static Cell of(Node value, Terms terms) {
    if (!value.isLiteral()) {
      return new Thing(value.toString(), terms.of(value).text());
    }
    String text = value.getLiteralLexicalForm();
    Matcher moment = MOMENT.matcher(text);
    boolean isDay = XSDDatatype.XSDdate.equals(value.getLiteralDatatype());
    if ((isDay || XSDDatatype.XSDdateTime.equals(value.getLiteralDatatype())) && moment.matches()) {
      String time = moment.group(2) == null ? "T00:00:00" : moment.group(2);
      String zone = moment.group(3) == null ? "" : moment.group(3);
      return new Moment(moment.group(1) + time + zone);
    }
    return value.getLiteralDatatype().isValid(text)
            && value.getLiteralDatatype() instanceof XSDDatatype
        ? number(value, text)
        : new Text(text);
  }

  private static Cell number(Node value, String text) {
    if (!(value.getLiteralValue() instanceof Number number)) {
      return new Text(text);
    }
    if (WHOLE.matcher(text).matches()) {
      return new Whole(new BigInteger(text));
    }
    return Double.isFinite(number.doubleValue())
        ? new Decimal(number.doubleValue())
        : new Text(text);
  }
}
