package org.bluethread.facade.informea;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.olingo.odata2.api.commons.InlineCount;
import org.apache.olingo.odata2.api.edm.Edm;
import org.apache.olingo.odata2.api.edm.EdmException;
import org.apache.olingo.odata2.api.exception.ODataException;
import org.apache.olingo.odata2.api.exception.ODataMessageException;
import org.apache.olingo.odata2.api.rt.RuntimeDelegate;
import org.apache.olingo.odata2.api.uri.KeyPredicate;
import org.apache.olingo.odata2.api.uri.NavigationSegment;
import org.apache.olingo.odata2.api.uri.PathSegment;
import org.apache.olingo.odata2.api.uri.UriInfo;
import org.apache.olingo.odata2.api.uri.UriNotMatchingException;
import org.apache.olingo.odata2.api.uri.UriParser;
import org.bluethread.publish.informea.Field;
import org.bluethread.publish.informea.Model;
import org.bluethread.publish.informea.RecordSet;
import org.bluethread.publish.informea.Records;
import org.bluethread.publish.informea.Row;

/**
 * Answers questions of OData 2 about records. It only reads. Safe for threads.
 *
 * <p>What is asked is bounded before it is read: the length of each option, how deep expressions
 * are nested, how many records one answer has. What is left comes with the next answer, whose
 * address this one gives.
 */
public final class Service {
  /** How many records an answer has at the most. */
  public static final int MOST_RECORDS = 1000;

  /** How long an option may be. */
  public static final int MOST_CHARACTERS = 2000;

  /** How deep an expression may be nested. */
  public static final int MOST_NESTED = 50;

  private static final Set<String> OPTIONS =
      Set.of(
          "$filter",
          "$orderby",
          "$top",
          "$skip",
          "$skiptoken",
          "$expand",
          "$select",
          "$inlinecount",
          "$format");

  /** Those that the address of the next records does not take over as they are. */
  private static final Set<String> PAGING = Set.of("$top", "$skip", "$skiptoken");

  private static final String SEPARATOR = "_";

  private final EdmModel model = new EdmModel();

  /**
   * Answers a question.
   *
   * @param path the segments of the address after that of the service, as they were sent
   * @param options the parameters of the address, decoded
   * @throws RefusedQuestionException if it cannot be answered
   */
  public Answer answer(
      List<String> path, Map<String, List<String>> options, Records records, Shown shown) {
    Map<String, String> single = check(options);
    if (path.isEmpty()) {
      return new Answer.Sets();
    }
    if (path.equals(List.of("$metadata"))) {
      return new Answer.Metadata();
    }
    if (path.get(0).equals("$batch")) {
      throw new RefusedQuestionException(
          501, "This service has no batches. Ask one question at a time.");
    }
    try {
      return answer(path, single, parse(path, single), records, shown);
    } catch (ODataException e) {
      throw RefusedQuestionException.bad(message(e));
    }
  }

  private static Map<String, String> check(Map<String, List<String>> options) {
    Map<String, String> single = new LinkedHashMap<>();
    options.forEach(
        (name, values) -> {
          if (!OPTIONS.contains(name)) {
            throw RefusedQuestionException.bad(
                "There is no option \""
                    + name
                    + "\". Use those of: "
                    + String.join(", ", OPTIONS.stream().sorted().toList())
                    + ".");
          }
          if (values.size() > 1) {
            throw RefusedQuestionException.bad(
                "Give " + name + " once only: it was sent several times.");
          }
          check(name, values.get(0));
          single.put(name, values.get(0));
        });
    return single;
  }

  private static void check(String name, String value) {
    if (value.length() > MOST_CHARACTERS) {
      throw RefusedQuestionException.bad(
          name + " has more than " + MOST_CHARACTERS + " characters. Ask in several questions.");
    }
    long nested = value.chars().filter(one -> one == '(').count();
    if (nested > MOST_NESTED) {
      throw RefusedQuestionException.bad(
          name + " has more than " + MOST_NESTED + " opening parentheses. Ask for less.");
    }
  }

  private UriInfo parse(List<String> path, Map<String, String> options) throws ODataException {
    Edm edm = RuntimeDelegate.createEdm(model); // It is not safe for threads.
    List<PathSegment> segments = new ArrayList<>();
    path.forEach(one -> segments.add(UriParser.createPathSegment(one, new HashMap<>())));
    Map<String, String> read = new LinkedHashMap<>(options);
    read.remove("$format"); // Chosen by the route, like the header Accept.
    try {
      UriParser.parse(edm, new ArrayList<>(segments), Map.of());
    } catch (UriNotMatchingException e) {
      throw new RefusedQuestionException(404, message(e));
    }
    try {
      return UriParser.parse(edm, segments, read);
    } catch (RuntimeException e) { // Some texts make Olingo stumble where it should refuse.
      throw RefusedQuestionException.bad(
          "The options cannot be read. Mend them as docs/api.md and $metadata say.");
    }
  }

  private static String message(ODataException e) {
    String said =
        e instanceof ODataMessageException known
            ? RuntimeDelegate.extractExceptionMessage(known)
            : String.valueOf(e.getMessage());
    return said + " See $metadata for sets, fields and parts, and docs/api.md for the options.";
  }

  private Answer answer(
      List<String> path, Map<String, String> options, UriInfo asked, Records records, Shown shown)
      throws ODataException {
    RecordSet set = set(asked.getTargetEntitySet().getName());
    List<Row> rows = reached(asked, records);
    List<NavigationSegment> navigation = asked.getNavigationSegments();
    boolean one =
        navigation.isEmpty()
            ? !asked.getKeyPredicates().isEmpty()
            : !navigation.get(navigation.size() - 1).getKeyPredicates().isEmpty();
    if (one && rows.isEmpty()) {
      throw new RefusedQuestionException(
          404,
          "There is no such record. The set lists those there are; /informea.svc/withheld"
              + " says which are not given out.");
    }
    if (asked.isCount() && one) {
      return new Answer.Text("1");
    }
    if (!asked.getPropertyPath().isEmpty()) {
      return value(asked, set, rows.get(0), shown);
    }
    Selection selection = selection(asked);
    if (one) {
      return asked.isLinks()
          ? new Answer.Links(set, rows, false)
          : new Answer.Entry(set, rows.get(0), selection);
    }
    return feed(String.join("/", path), options, asked, set, rows, selection, shown);
  }

  private static RecordSet set(String name) {
    return Model.set(name).orElseThrow();
  }

  /** The records that the path leads to. */
  private static List<Row> reached(UriInfo asked, Records records) throws EdmException {
    RecordSet start = set(asked.getStartEntitySet().getName());
    List<Row> rows =
        asked.getKeyPredicates().isEmpty()
            ? records.rows(start)
            : records.row(start, key(asked.getKeyPredicates())).stream().toList();
    for (NavigationSegment step : asked.getNavigationSegments()) {
      if (rows.isEmpty()) {
        throw new RefusedQuestionException(
            404, "There is no such record, so it has no parts. The set lists those there are.");
      }
      String part = step.getNavigationProperty().getName();
      List<KeyPredicate> keys = step.getKeyPredicates();
      rows =
          rows.get(0).part(part).stream()
              .filter(row -> keys.isEmpty() || row.id().equals(key(keys)))
              .toList();
    }
    return rows;
  }

  private static String key(List<KeyPredicate> predicates) {
    return predicates.get(0).getLiteral();
  }

  private static Answer value(UriInfo asked, RecordSet set, Row row, Shown shown)
      throws EdmException {
    Field field = set.type().field(asked.getPropertyPath().get(0).getName()).orElseThrow();
    if (!asked.isValue()) {
      return new Answer.Value(row, field);
    }
    return new Answer.Text(
        shown
            .value(row, field)
            .map(Literals::plain)
            .orElseThrow(
                () ->
                    new RefusedQuestionException(404, "The record has no " + field.name() + ".")));
  }

  private static Selection selection(UriInfo asked) throws EdmException {
    return asked.getSelect().isEmpty() && asked.getExpand().isEmpty()
        ? Selection.everything()
        : Selection.of(UriParser.createExpandSelectTree(asked.getSelect(), asked.getExpand()));
  }

  private static Answer feed(
      String path,
      Map<String, String> options,
      UriInfo asked,
      RecordSet set,
      List<Row> rows,
      Selection selection,
      Shown shown) {
    Expressions expressions = new Expressions(shown, set.type());
    List<Row> wanted = rows;
    if (asked.getFilter() != null) {
      Predicate<Row> filter = expressions.filter(asked.getFilter());
      wanted = wanted.stream().filter(filter).toList();
    }
    if (asked.getOrderBy() != null) {
      Comparator<Row> order = expressions.order(asked.getOrderBy());
      wanted = wanted.stream().sorted(order).toList();
    }
    int total = wanted.size();
    int skip = Optional.ofNullable(asked.getSkip()).orElse(0);
    int top = Optional.ofNullable(asked.getTop()).orElse(Integer.MAX_VALUE);
    Stream<Row> left = wanted.stream();
    if (asked.getSkipToken() != null) {
      Row last = place(asked.getSkipToken());
      left = left.filter(row -> Records.BY_CHANGE.compare(row, last) > 0);
    }
    if (asked.isCount()) {
      return new Answer.Text(Long.toString(left.skip(skip).limit(top).count()));
    }
    List<Row> page = left.skip(skip).limit(Math.min(top, MOST_RECORDS + 1L)).toList();
    boolean cut = page.size() > MOST_RECORDS;
    List<Row> given = cut ? page.subList(0, MOST_RECORDS) : page;
    if (asked.isLinks()) {
      return new Answer.Links(set, given, true);
    }
    boolean inOrderOfChange = Model.HARVESTED.contains(set) && asked.getOrderBy() == null;
    return new Answer.Feed(
        set,
        path,
        given,
        asked.getInlineCount() == InlineCount.ALLPAGES ? Optional.of(total) : Optional.empty(),
        cut
            ? Optional.of(next(path, options, top, inOrderOfChange ? after(given) : further(skip)))
            : Optional.empty(),
        selection);
  }

  /** The records after the last one, wherever it stands then. */
  private static Map<String, String> after(List<Row> given) {
    Row last = given.get(given.size() - 1);
    return Map.of("$skiptoken", Records.updated(last).toEpochMilli() + SEPARATOR + last.id());
  }

  private static Map<String, String> further(int skip) {
    return Map.of("$skip", Integer.toString(skip + MOST_RECORDS));
  }

  private static String next(
      String path, Map<String, String> options, int top, Map<String, String> place) {
    Map<String, String> changed = new LinkedHashMap<>(options);
    changed.keySet().removeAll(PAGING);
    if (top < Integer.MAX_VALUE) {
      changed.put("$top", Integer.toString(top - MOST_RECORDS));
    }
    changed.putAll(place);
    return path
        + changed.entrySet().stream()
            .map(
                one ->
                    one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&", "?", ""));
  }

  /** A record that stands where the token says. */
  private static Row place(String token) {
    int end = token.indexOf(SEPARATOR);
    try {
      Instant updated = Instant.ofEpochMilli(Long.parseLong(token.substring(0, Math.max(0, end))));
      return Records.place(updated, token.substring(end + 1));
    } catch (NumberFormatException | DateTimeException e) {
      throw RefusedQuestionException.bad(
          "$skiptoken is not one that this service gave. Follow the address of the next records"
              + " as it stands.");
    }
  }
}
