package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bluethread.support.Program;
import org.bluethread.support.TestServer;
import org.bluethread.support.Tool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The lines on pages of answers, run by the programs they are for. */
final class ClientLinesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path shelf;
  @TempDir private static Path folder;
  private static TestServer server;

  @BeforeAll
  static void start() throws IOException {
    write(
        "echo",
        """
        #+ params:
        #+   - {name: given, kind: text, required: true, example: a, description: {en: A., zh: 甲。}}
        #+   - {name: more, kind: text, required: false, example: a, description: {en: A., zh: 甲。}}
        """,
        "SELECT ?said ?lang2 WHERE { BIND(?given AS ?said) BIND(?lang AS ?lang2)"
            + " OPTIONAL { ?more ex:never ?this } }");
    write("truth", "", "ASK {}");
    write("triples", "", "CONSTRUCT { ex:a ex:says \"海底\" . ex:b ex:says \"it's\" } WHERE {}");
    write("numbers", "", "SELECT ?n WHERE { VALUES ?n { 1 2 3 4 5 } } ORDER BY DESC(?n)");
    server = TestServer.asking(shelf);
  }

  private static void write(String name, String parameters, String sparql) throws IOException {
    Files.writeString(
        shelf.resolve(name + ".rq"),
        "#+ title: {en: A question, zh: 问题}\n#+ description: {en: What., zh: 什么。}\n"
            + parameters
            + "PREFIX ex: <https://example.org/>\n"
            + sparql);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static List<String> pages() {
    return Stream.concat(
            Stream.of(
                    "财务委员会 的产出",
                    "قاع البحار",
                    "it's \"quoted\" 'twice'",
                    "$HOME $(id) `id` ${IFS} !! \\ \\\\ \\n \\u0041 %d %s %%",
                    "& | ; * ? [a-z] {b,c} # + = ~ < > ( )",
                    "</code><script>alert(1)</script>",
                    "=cmd()")
                .map(text -> "queries/echo?given=" + encoded(text) + "&more=&lang=ar"),
            Stream.of("queries/echo?given=a", "queries/numbers?limit=2&offset=1", "queries/truth"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void theLineForCurlGetsTheSame(String page) {
    assertThat(curl(page)).isEqualTo(data(page, "csv"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void theLinesForPythonGetTheSame(String page) throws IOException {
    Tool python = Tool.needed("python3");
    Path script = Files.createTempFile(folder, "lines", ".py");
    Files.writeString(
        script,
        line(page, "Python")
            + "\nimport json\nprint(json.dumps(list(map(list, map(dict.values, rows)))))");
    JsonNode rows = JSON.readTree(output(python.run("-I", script.toString())));

    assertThat(rows).isEqualTo(JSON.valueToTree(cells(data(page, "json"), page)));
  }

  /** What a SPARQL answer in JSON has in its cells, row by row. */
  private static List<List<String>> cells(String json, String page) throws IOException {
    JsonNode answer = JSON.readTree(json);
    if (answer.has("boolean")) {
      return List.of(List.of(answer.get("boolean").asText()));
    }
    List<JsonNode> columns = new ArrayList<>();
    answer.at("/head/vars").forEach(columns::add);
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode row : answer.at("/results/bindings")) {
      rows.add(
          columns.stream()
              .map(column -> row.at("/" + column.asText() + "/value").asText())
              .toList());
    }
    assertThat(rows).as(page).isNotEmpty();
    return rows;
  }

  @ParameterizedTest
  @MethodSource("pages")
  void theLinesForRGetTheSame(String page) throws IOException {
    Tool rscript = Tool.needed("Rscript");
    Path script = Files.createTempFile(folder, "lines", ".R");
    Files.writeString(
        script, line(page, "R") + "\nfor (cell in t(rows)) cat(enc2utf8(cell), sep = \"\\n\")\n");
    List<String> cells =
        cells(data(page, "json"), page).stream().flatMap(row -> row.stream()).toList();

    assertThat(output(rscript.run("--vanilla", script.toString())).lines().toList())
        .isEqualTo(cells);
  }

  @Test
  void triplesComeToCurlAsNTriples() {
    assertThat(curl("queries/triples")).isEqualTo(data("queries/triples", "nt"));
  }

  @Test
  void triplesComeToPythonAsNTriples() throws IOException {
    Tool python = Tool.needed("python3");
    Path script = Files.createTempFile(folder, "lines", ".py");
    Files.writeString(script, line("queries/triples", "Python") + "\nprint(len(triples))");

    assertThat(output(python.run("-I", script.toString())).strip()).isEqualTo("2");
  }

  @Test
  void theLanguageOfTheReaderGoesWithThem() {
    String page =
        server
            .send(
                server
                    .request("queries/echo?given=a")
                    .header("Accept", "text/html")
                    .header("Accept-Language", "zh"))
            .body();

    assertThat(line(page)).contains("lang=zh");
  }

  @Test
  void codeIsWrittenFromLeftToRightOnArabicPagesToo() {
    assertThat(server.get("queries/echo?given=a&lang=ar", "text/html").body())
        .contains("dir=\"rtl\"")
        .contains("<pre dir=\"ltr\" tabindex=\"0\" role=\"region\" aria-label=\"curl\">");
  }

  @Test
  void aFormThatWasNotAskedHasNoLines() {
    assertThat(server.get("queries/echo", "text/html").body()).doesNotContain("curl --fail");
  }

  private static String data(String page, String format) {
    HttpResponse<String> answer =
        server.get(page + (page.contains("?") ? "&" : "?") + "format=" + format, "*/*");
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private static String line(String page, String language) {
    return code(server.get(page, "text/html").body(), language);
  }

  private static String line(String html) {
    return code(html, "curl");
  }

  private static String code(String html, String language) {
    Matcher code =
        Pattern.compile("(?s)aria-label=\"" + language + "\"><code>(.*?)</code>").matcher(html);
    assertThat(code.find()).as(html).isTrue();
    return code.group(1)
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
  }

  /** What the line for curl on a page gets, in a shell. */
  private static String curl(String page) {
    Tool.needed("curl");
    return output(Tool.needed("bash").run("-c", line(page, "curl")));
  }

  private static String output(Program.Run run) {
    assertThat(run.exit()).as(run.err()).isZero();
    return run.out();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
