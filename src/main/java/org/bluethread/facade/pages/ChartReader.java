package org.bluethread.facade.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bluethread.facade.pages.QueryPage.Table;
import org.bluethread.facade.pages.ResultChart.Bar;
import org.bluethread.facade.pages.ResultChart.Column;
import org.bluethread.facade.pages.ResultChart.Panel;
import org.bluethread.facade.words.Words;
import org.bluethread.query.Chart;

/**
 * Makes the chart of a table. Rows that say the same are drawn once. For one chart; not safe for
 * threads.
 */
public final class ChartReader {
  private static final int MOST_BARS = 40;
  private static final int MOST_PANELS = 24;
  private static final int MOST_COLUMNS = 600;

  /** Of the whole width, so that the columns of few years are no blocks. */
  private static final double WIDEST_COLUMN = 0.09;

  private static final int LONGEST_LABEL = 160;
  private static final int LONGEST_NUMBER = 40;
  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9.]{1,30}([eE][-+]?[0-9]{1,4})?");
  private static final Pattern YEAR = Pattern.compile("[0-9]{4}");

  private final Chart chart;
  private final Table table;
  private final Words words;
  private int numberless;
  private int tooMany;

  /** A row with its number. */
  private record Row(String panel, String label, double number, String value) {}

  /** From the least to the greatest number of a scale, which has zero on it. */
  private record Scale(double least, double greatest) {
    static Scale of(List<Row> rows) {
      double least = rows.stream().mapToDouble(Row::number).min().orElse(0);
      double greatest = rows.stream().mapToDouble(Row::number).max().orElse(0);
      return new Scale(Math.min(0, least), Math.max(0, greatest));
    }

    /** In per cent. Halves, as the difference of the greatest numbers is more than a number. */
    double at(double number) {
      double whole = greatest / 2 - least / 2;
      return whole == 0 ? 0 : percent((number / 2 - least / 2) / whole);
    }

    double zero() {
      return at(0);
    }
  }

  private ChartReader(Chart chart, Table table, String language) {
    this.chart = chart;
    this.table = table;
    this.words = new Words(language);
  }

  /**
   * The chart of a table.
   *
   * @param chart how to make it, of columns that the table has
   * @param table the answer to the query, or a part of its rows
   * @param language the language of the page
   */
  public static ResultChart read(Chart chart, Table table, String language) {
    return new ChartReader(chart, table, language).read();
  }

  private ResultChart read() {
    List<Row> rows = rows();
    List<Panel<Bar>> bars = chart.kind() == Chart.Kind.BARS ? bars(rows) : List.of();
    List<Panel<Column>> columns = chart.kind() == Chart.Kind.COLUMNS ? columns(rows) : List.of();
    String heading = table.columns().get(table.indexOf(chart.value())).heading();
    return new ResultChart(heading, bars, columns, numberless, tooMany);
  }

  private List<Row> rows() {
    int value = table.indexOf(chart.value());
    List<Integer> each = chart.each().stream().map(table::indexOf).toList();
    List<Integer> label = chart.label().stream().map(table::indexOf).toList();
    Set<Row> rows = new LinkedHashSet<>();
    for (List<ThingPage.Term> cells : table.rows()) {
      String text = cells.get(value).text();
      OptionalDouble number = number(text);
      if (number.isPresent()) {
        rows.add(
            new Row(
                text(cells, each),
                text(cells, label),
                number.getAsDouble(),
                inWords(number.getAsDouble(), text)));
      } else {
        numberless++;
      }
    }
    return List.copyOf(rows);
  }

  private static String text(List<ThingPage.Term> cells, List<Integer> places) {
    return places.stream()
        .map(place -> cells.get(place).text())
        .filter(text -> !text.isBlank())
        .map(ChartReader::cut)
        .collect(Collectors.joining(" · "));
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST_LABEL
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_LABEL)) + "…";
  }

  private static OptionalDouble number(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return OptionalDouble.empty();
    }
    try {
      double number = Double.parseDouble(text);
      return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  /** As the reader writes numbers, unless that would lose what matters of it. */
  private String inWords(double number, String text) {
    double size = Math.abs(number);
    boolean plain = size == 0 || (size >= 0.01 && size < 1e15);
    return plain
        ? words.text("number", number)
        : text.substring(0, Math.min(text.length(), LONGEST_NUMBER));
  }

  private List<Panel<Bar>> bars(List<Row> rows) {
    List<Row> shown = rows.subList(0, Math.min(rows.size(), MOST_BARS));
    tooMany += rows.size() - shown.size();
    Scale scale = Scale.of(shown);
    return panels(shown).entrySet().stream()
        .map(
            panel ->
                new Panel<>(
                    panel.getKey(),
                    panel.getValue().stream().map(row -> bar(row, scale)).toList(),
                    scale.zero()))
        .toList();
  }

  private static Bar bar(Row row, Scale scale) {
    double end = scale.at(row.number);
    return new Bar(
        row.label, row.value, Math.min(scale.zero(), end), rounded(Math.abs(end - scale.zero())));
  }

  private List<Panel<Column>> columns(List<Row> rows) {
    List<Panel<Column>> panels = new ArrayList<>();
    int drawn = 0;
    for (Map.Entry<String, List<Row>> panel : panels(rows).entrySet()) {
      List<Row> dated = panel.getValue().stream().filter(row -> year(row).isPresent()).toList();
      numberless += panel.getValue().size() - dated.size();
      drawn += dated.size();
      if (panels.size() == MOST_PANELS || drawn > MOST_COLUMNS) {
        tooMany += dated.size();
      } else if (!dated.isEmpty()) {
        panels.add(columns(panel.getKey(), dated));
      }
    }
    return panels;
  }

  /** On an axis of years: one without a number has an empty place. */
  private static Panel<Column> columns(String title, List<Row> rows) {
    Scale scale = Scale.of(rows);
    int first = rows.stream().mapToInt(row -> year(row).orElseThrow()).min().orElseThrow();
    int last = rows.stream().mapToInt(row -> year(row).orElseThrow()).max().orElseThrow();
    double room = 1.0 / (last - first + 1);
    double width = Math.min(WIDEST_COLUMN, 0.7 * room);
    return new Panel<>(
        title,
        rows.stream()
            .map(
                row -> {
                  int year = year(row).orElseThrow();
                  double end = scale.at(row.number);
                  return new Column(
                      year,
                      row.value,
                      percent((year - first + 0.5) * room - width / 2),
                      percent(width),
                      rounded(100 - Math.max(end, scale.zero())),
                      rounded(Math.abs(end - scale.zero())));
                })
            .sorted(Comparator.comparingInt(Column::year))
            .toList(),
        rounded(100 - scale.zero()));
  }

  private static OptionalInt year(Row row) {
    return YEAR.matcher(row.label).matches()
        ? OptionalInt.of(Integer.parseInt(row.label))
        : OptionalInt.empty();
  }

  private static Map<String, List<Row>> panels(List<Row> rows) {
    return rows.stream()
        .collect(Collectors.groupingBy(Row::panel, LinkedHashMap::new, Collectors.toList()));
  }

  private static double percent(double share) {
    return rounded(100 * share);
  }

  private static double rounded(double percent) {
    return Math.round(percent * 100) / 100.0;
  }
}
