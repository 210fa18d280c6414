package org.bluethread.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.bluethread.table.TableException.Fault;

/**
 * A table in UTF-8 whose first row names the columns: comma-separated (RFC 4180), or tab-separated
 * in a file that ends with {@code .tsv}, where lines that begin with {@code #} are comments. Blanks
 * around a cell are no part of it, and an empty line is no row.
 *
 * <p>Immutable; safe for any thread.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
public final class Table {
  private static final Pattern COLUMN = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final CSVFormat COMMAS =
      CSVFormat.RFC4180.builder().setTrim(true).setIgnoreEmptyLines(false).get();
  private static final CSVFormat TABS =
      CSVFormat.newFormat('\t')
          .builder()
          .setTrim(true)
          .setIgnoreEmptyLines(false)
          .setCommentMarker('#')
          .get();

  private final String name;
  private final CSVFormat format;
  private final String text;
  private final List<String> columns;

  private Table(String name, CSVFormat format, String text) {
    this.name = name;
    this.format = format;
    this.text = text;
    this.columns = header();
  }

  /**
   * Reads the first row of a table.
   *
   * @param name the name of its file, for messages; its end says how cells are separated
   * @param content the bytes of the file
   * @throws TableException if they are no UTF-8 or the first row does not name the columns
   */
  public static Table of(String name, byte[] content) {
    CSVFormat format = name.toLowerCase(Locale.ROOT).endsWith(".tsv") ? TABS : COMMAS;
    return new Table(name, format, decode(name, content));
  }

  private static String decode(String name, byte[] content) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer bytes = ByteBuffer.wrap(content);
    CharBuffer text = CharBuffer.allocate(content.length);
    CoderResult result = decoder.decode(bytes, text, true);
    if (result.isError()) {
      long line =
          1 + IntStream.range(0, bytes.position()).filter(at -> content[at] == '\n').count();
      throw new TableException(name, line, Fault.NOT_UTF_8);
    }
    String decoded = text.flip().toString();
    return decoded.startsWith(BYTE_ORDER_MARK) ? decoded.substring(1) : decoded;
  }

  /** The name of its file. */
  public String name() {
    return name;
  }

  /** The names of its columns, in order. */
  public List<String> columns() {
    return columns;
  }

  /**
   * Gives its rows, in order, one by one.
   *
   * @throws TableException if a row has more or fewer cells than there are columns, or quotation
   *     marks are left open
   */
  void forEachRow(Consumer<Row> consumer) {
    try (CSVParser parser = parser()) {
      Iterator<CSVRecord> records = parser.iterator();
      next(parser, records);
      while (true) {
        long line = parser.getCurrentLineNumber() + 1;
        CSVRecord found = next(parser, records);
        if (found == null) {
          return;
        }
        if (isEmptyLine(found)) {
          continue;
        }
        if (found.size() != columns.size()) {
          throw new TableException(name, line, Fault.CELLS, found.size(), columns.size());
        }
        consumer.accept(new Row(line, found.toList()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isEmptyLine(CSVRecord found) {
    return found.size() == 1 && found.get(0).isEmpty();
  }

  private List<String> header() {
    try (CSVParser parser = parser()) {
      CSVRecord first = next(parser, parser.iterator());
      if (first == null || isEmptyLine(first)) {
        throw new TableException(name, 1, Fault.EMPTY);
      }
      List<String> names = first.toList();
      for (int i = 0; i < names.size(); i++) {
        if (!COLUMN.matcher(names.get(i)).matches()) {
          throw new TableException(
              name, parser.getCurrentLineNumber(), Fault.COLUMN_NAME, i + 1, names.get(i));
        }
        if (names.indexOf(names.get(i)) != i) {
          throw new TableException(
              name, parser.getCurrentLineNumber(), Fault.COLUMN_TWICE, names.get(i));
        }
      }
      return List.copyOf(names);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CSVParser parser() throws IOException {
    return CSVParser.parse(text, format);
  }

  private CSVRecord next(CSVParser parser, Iterator<CSVRecord> records) {
    try {
      return records.hasNext() ? records.next() : null;
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CSVException) {
        throw new TableException(name, parser.getCurrentLineNumber(), Fault.QUOTATION_MARK);
      }
      throw e;
    }
  }
}
