package org.bluethread.facade.informea;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.olingo.odata2.api.edm.EdmLiteralKind;
import org.apache.olingo.odata2.api.edm.EdmSimpleType;
import org.apache.olingo.odata2.api.edm.EdmSimpleTypeException;
import org.apache.olingo.odata2.api.uri.expression.BinaryExpression;
import org.apache.olingo.odata2.api.uri.expression.CommonExpression;
import org.apache.olingo.odata2.api.uri.expression.FilterExpression;
import org.apache.olingo.odata2.api.uri.expression.LiteralExpression;
import org.apache.olingo.odata2.api.uri.expression.MethodExpression;
import org.apache.olingo.odata2.api.uri.expression.OrderByExpression;
import org.apache.olingo.odata2.api.uri.expression.OrderExpression;
import org.apache.olingo.odata2.api.uri.expression.PropertyExpression;
import org.apache.olingo.odata2.api.uri.expression.SortOrder;
import org.apache.olingo.odata2.api.uri.expression.UnaryExpression;
import org.apache.olingo.odata2.api.uri.expression.UnaryOperator;
import org.bluethread.publish.informea.Field;
import org.bluethread.publish.informea.RecordType;
import org.bluethread.publish.informea.Row;

/**
 * Makes filters and orders of what {@code $filter} and {@code $orderby} say. A part of an
 * expression gives a text, a number ({@link BigDecimal}), a moment, a truth, or nothing: what is
 * worked out from nothing is nothing, comparing sizes with nothing is not true, and nothing equals
 * nothing.
 *
 * @see <a href="https://www.odata.org/documentation/odata-version-2-0/uri-conventions/">OData 2:
 *     URI conventions, 4.5</a>
 */
final class Expressions {
  /** No text that is worked out is longer: replacing within replacing would grow without end. */
  private static final int MOST_CHARACTERS = 100_000;

  private final Shown shown;
  private final RecordType type;

  /** What a part of an expression gives for a record. */
  private interface Part extends Function<Row, Optional<Object>> {}

  Expressions(Shown shown, RecordType type) {
    this.shown = shown;
    this.type = type;
  }

  /** Which records pass. */
  Predicate<Row> filter(FilterExpression filter) {
    Part part = part(filter.getExpression());
    return row -> isTrue(part.apply(row));
  }

  /** In which order they stand. */
  Comparator<Row> order(OrderByExpression order) {
    return order.getOrders().stream()
        .map(this::order)
        .reduce(Comparator::thenComparing)
        .orElseThrow();
  }

  private Comparator<Row> order(OrderExpression order) {
    Part part = part(order.getExpression());
    Comparator<Row> ascending = (one, other) -> ordered(part.apply(one), part.apply(other));
    return order.getSortOrder() == SortOrder.desc ? ascending.reversed() : ascending;
  }

  /** Nothing comes before everything. */
  private static int ordered(Optional<Object> one, Optional<Object> other) {
    return one.isPresent() && other.isPresent()
        ? compare(one.get(), other.get())
        : Boolean.compare(one.isPresent(), other.isPresent());
  }

  private Part part(CommonExpression expression) {
    return switch (expression) {
      case LiteralExpression literal -> constant(literal);
      case PropertyExpression property -> field(property.getPropertyName());
      case UnaryExpression unary -> unary(unary);
      case BinaryExpression binary -> binary(binary);
      case MethodExpression method -> method(method);
      default -> throw unknown(expression.getUriLiteral());
    };
  }

  private static RefusedQuestionException unknown(String text) {
    return RefusedQuestionException.bad(
        "\""
            + text
            + "\" cannot be used in an expression here. Use fields of the set itself,"
            + " literals, and the operators and functions of OData 2.");
  }

  private Part field(String name) {
    Field field = type.field(name).orElseThrow(() -> unknown(name));
    return row -> shown.value(row, field).map(Expressions::comparable);
  }

  private static Object comparable(Object value) {
    return value instanceof Number number ? new BigDecimal(number.toString()) : value;
  }

  private static Part constant(LiteralExpression literal) {
    if (literal.getUriLiteral().equals("null")) {
      return row -> Optional.empty();
    }
    EdmSimpleType type = (EdmSimpleType) literal.getEdmType();
    try {
      Optional<Object> value =
          Optional.ofNullable(
                  type.valueOfString(
                      literal.getUriLiteral(), EdmLiteralKind.URI, null, type.getDefaultType()))
              .map(one -> one instanceof Calendar time ? time.toInstant() : comparable(one));
      return row -> value;
    } catch (EdmSimpleTypeException e) {
      throw unknown(literal.getUriLiteral());
    }
  }

  private Part unary(UnaryExpression unary) {
    Part operand = part(unary.getOperand());
    return unary.getOperator() == UnaryOperator.NOT
        ? row -> Optional.of(!isTrue(operand.apply(row)))
        : row -> operand.apply(row).map(value -> number(value).negate());
  }

  private Part binary(BinaryExpression binary) {
    Part left = part(binary.getLeftOperand());
    Part right = part(binary.getRightOperand());
    return switch (binary.getOperator()) {
      case AND -> row -> Optional.of(isTrue(left.apply(row)) && isTrue(right.apply(row)));
      case OR -> row -> Optional.of(isTrue(left.apply(row)) || isTrue(right.apply(row)));
      case EQ -> row -> Optional.of(ordered(left.apply(row), right.apply(row)) == 0);
      case NE -> row -> Optional.of(ordered(left.apply(row), right.apply(row)) != 0);
      case LT -> sizes(left, right, sign -> sign < 0);
      case LE -> sizes(left, right, sign -> sign <= 0);
      case GT -> sizes(left, right, sign -> sign > 0);
      case GE -> sizes(left, right, sign -> sign >= 0);
      case ADD -> sum(left, right, (one, other) -> one.add(other, MathContext.DECIMAL128));
      case SUB -> sum(left, right, (one, other) -> one.subtract(other, MathContext.DECIMAL128));
      case MUL -> sum(left, right, (one, other) -> one.multiply(other, MathContext.DECIMAL128));
      case DIV ->
          sum(left, right, (one, other) -> one.divide(notZero(other), MathContext.DECIMAL128));
      case MODULO ->
          sum(left, right, (one, other) -> one.remainder(notZero(other), MathContext.DECIMAL128));
      case PROPERTY_ACCESS -> throw unknown(binary.getUriLiteral());
    };
  }

  private static BigDecimal notZero(BigDecimal number) {
    if (number.signum() == 0) {
      throw RefusedQuestionException.bad("The expression divides by zero. Divide by another.");
    }
    return number;
  }

  private static Part sizes(Part left, Part right, Predicate<Integer> wanted) {
    Part compared = two(left, right, (one, other) -> wanted.test(compare(one, other)));
    return row -> Optional.of(isTrue(compared.apply(row)));
  }

  private static Part sum(Part left, Part right, BiFunction<BigDecimal, BigDecimal, Object> sum) {
    return two(left, right, (one, other) -> sum.apply(number(one), number(other)));
  }

  private static Part two(Part left, Part right, BiFunction<Object, Object, Object> function) {
    return row ->
        left.apply(row).flatMap(one -> right.apply(row).map(other -> function.apply(one, other)));
  }

  private Part method(MethodExpression method) {
    List<Part> parts = method.getParameters().stream().map(this::part).toList();
    Part first = parts.get(0);
    return switch (method.getMethod()) {
      case SUBSTRINGOF -> texts(parts, (part, whole) -> whole.contains(part));
      case STARTSWITH -> texts(parts, String::startsWith);
      case ENDSWITH -> texts(parts, String::endsWith);
      case INDEXOF -> texts(parts, (whole, part) -> BigDecimal.valueOf(whole.indexOf(part)));
      case CONCAT -> texts(parts, Expressions::joined);
      case REPLACE -> row -> replaced(parts, row);
      case SUBSTRING -> row -> substring(parts, row);
      case LENGTH -> text(first, text -> BigDecimal.valueOf(text.length()));
      case TOLOWER -> text(first, text -> text.toLowerCase(Locale.ROOT));
      case TOUPPER -> text(first, text -> text.toUpperCase(Locale.ROOT));
      case TRIM -> text(first, String::strip);
      case YEAR -> time(first, ZonedDateTime::getYear);
      case MONTH -> time(first, ZonedDateTime::getMonthValue);
      case DAY -> time(first, ZonedDateTime::getDayOfMonth);
      case HOUR -> time(first, ZonedDateTime::getHour);
      case MINUTE -> time(first, ZonedDateTime::getMinute);
      case SECOND -> time(first, ZonedDateTime::getSecond);
      case ROUND -> rounded(first, RoundingMode.HALF_UP);
      case FLOOR -> rounded(first, RoundingMode.FLOOR);
      case CEILING -> rounded(first, RoundingMode.CEILING);
    };
  }

  private static Part texts(List<Part> parts, BiFunction<String, String, Object> function) {
    return two(
        parts.get(0),
        parts.get(1),
        (one, other) -> function.apply(one.toString(), other.toString()));
  }

  private static Part text(Part part, Function<String, Object> function) {
    return row -> part.apply(row).map(value -> function.apply(value.toString()));
  }

  private static Part time(Part part, Function<ZonedDateTime, Integer> function) {
    return row ->
        part.apply(row)
            .map(value -> function.apply(((Instant) value).atZone(ZoneOffset.UTC)))
            .map(BigDecimal::valueOf);
  }

  private static Part rounded(Part part, RoundingMode mode) {
    return row -> part.apply(row).map(value -> number(value).setScale(0, mode));
  }

  private static Optional<Object> replaced(List<Part> parts, Row row) {
    return parts
        .get(0)
        .apply(row)
        .flatMap(
            text ->
                parts
                    .get(1)
                    .apply(row)
                    .flatMap(old -> parts.get(2).apply(row).map(put -> replaced(text, old, put))));
  }

  private static String replaced(Object text, Object old, Object put) {
    String from = old.toString();
    if (from.isEmpty()) {
      throw RefusedQuestionException.bad("The text to replace is empty. Name one.");
    }
    long times = text.toString().split(Pattern.quote(from), -1).length - 1L;
    check(text.toString().length() + times * put.toString().length());
    return text.toString().replace(from, put.toString());
  }

  private static String joined(String one, String other) {
    check((long) one.length() + other.length());
    return one + other;
  }

  private static void check(long length) {
    if (length > MOST_CHARACTERS) {
      throw RefusedQuestionException.bad(
          "The expression makes texts of more than "
              + MOST_CHARACTERS
              + " characters. Join and replace less.");
    }
  }

  private static Optional<Object> substring(List<Part> parts, Row row) {
    Optional<Object> text = parts.get(0).apply(row);
    Optional<Object> begin = parts.get(1).apply(row);
    Optional<Object> length =
        parts.size() > 2
            ? parts.get(2).apply(row)
            : Optional.of(BigDecimal.valueOf(Integer.MAX_VALUE));
    if (text.isEmpty() || begin.isEmpty() || length.isEmpty()) {
      return Optional.empty();
    }
    String whole = text.get().toString();
    int from = within(whole, number(begin.get()));
    BigDecimal end = BigDecimal.valueOf(from).add(number(length.get()));
    return Optional.of(whole.substring(from, Math.max(from, within(whole, end))));
  }

  private static int within(String text, BigDecimal place) {
    return place.max(BigDecimal.ZERO).min(BigDecimal.valueOf(text.length())).intValue();
  }

  private static BigDecimal number(Object value) {
    if (value instanceof BigDecimal number) {
      return number;
    }
    throw RefusedQuestionException.bad("\"" + value + "\" is no number. Reckon with numbers only.");
  }

  private static boolean isTrue(Optional<Object> value) {
    return value.filter(Boolean.TRUE::equals).isPresent();
  }

  private static int compare(Object one, Object other) {
    return switch (one) {
      case BigDecimal number when other instanceof BigDecimal more -> number.compareTo(more);
      case Instant time when other instanceof Instant later -> time.compareTo(later);
      case Boolean truth when other instanceof Boolean more -> truth.compareTo(more);
      default -> Objects.toString(one).compareTo(Objects.toString(other));
    };
  }
}
