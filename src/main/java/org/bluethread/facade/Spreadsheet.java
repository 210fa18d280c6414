package org.bluethread.facade;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.RowSet;
import org.bluethread.query.Answer;

/**
 * Answers as CSV for people who open it in a spreadsheet: it begins with a byte order mark, without
 * which Excel takes UTF-8 for something else, and no cell is a formula. The CSV of SPARQL is
 * another format, for programs.
 *
 * <p>Every cell has quotes: where a spreadsheet separates cells at semicolons, an unquoted cell
 * could bring a second one.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
 */
final class Spreadsheet {
  static final String MEDIA_TYPE = "text/csv; charset=utf-8; header=present";

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL).get();

  /** How formulas begin, also when written with the wide signs of East Asian keyboards. */
  private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@\\t\\r\\n＝＋－＠].*");

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  private Spreadsheet() {}

  /** Writes an answer of rows, as they are found. */
  static void write(RowSet rows, OutputStream out) throws IOException {
    List<Var> columns = rows.getResultVars();
    try (CSVPrinter printer = printer(out)) {
      printer.printRecord(columns.stream().map(Var::getVarName).map(Spreadsheet::cell).toList());
      while (rows.hasNext()) {
        var row = rows.next();
        printer.printRecord(columns.stream().map(column -> cell(row.get(column))).toList());
      }
    }
  }

  /** Writes whether something holds. */
  static void write(Answer.Truth truth, String name, OutputStream out) throws IOException {
    try (CSVPrinter printer = printer(out)) {
      printer.printRecord(cell(name));
      printer.printRecord(truth.holds());
    }
  }

  /** Writes a table whose first row names the columns. */
  static byte[] of(List<List<String>> table) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CSVPrinter printer = printer(out)) {
      for (List<String> row : table) {
        printer.printRecord(row.stream().map(Spreadsheet::cell).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // Never: the rows go to memory.
    }
    return out.toByteArray();
  }

  private static CSVPrinter printer(OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write(BYTE_ORDER_MARK);
    return new CSVPrinter(writer, FORMAT);
  }

  private static String cell(Node node) {
    if (node == null) {
      return "";
    }
    return cell(node.isLiteral() ? node.getLiteralLexicalForm() : node.toString());
  }

  /** An apostrophe in front keeps spreadsheets from reading a formula. */
  private static String cell(String text) {
    return FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
  }
}
