package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.IsoMatcher;
import org.bluethread.graph.Release;
import org.bluethread.graph.Sha256;
import org.bluethread.publish.catalogue.Dumps;
import org.bluethread.support.Home;
import org.bluethread.support.Program;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of releases: made once, checked by their digests, got in parts, and kept. */
class DumpRoutesTest {
  private static final Pattern NAME =
      Pattern.compile("dumps/(bluethread-[^\"/]*\\.(?:nq|trig)\\.gz)");

  /** Of blank nodes the same file has to have the same, too. */
  private static final String BLANK =
      "ex:Other a sh:NodeShape ; sh:property [ sh:path ex:p ; sh:maxCount 9 ] .";

  @TempDir private static Path folder;
  private static HttpClient client;
  private static Home home;
  private static Program server;

  @BeforeAll
  static void start() {
    client = HttpClient.newHttpClient();
    home = home("home");
    server = home.call().serve(folder.resolve("data"));
  }

  private static Home home(String name) {
    Home made = Home.in(folder.resolve(name));
    made.write("shapes/blank.ttl", BLANK);
    return made;
  }

  @AfterAll
  static void stop() {
    server.close();
    client.close();
  }

  @Test
  void bothFilesHoldTheReleaseAndHaveTheChecksumsThatAreNamed() throws IOException {
    String catalogue = text(get("catalog?format=ttl"));
    List<String> names = names(catalogue);
    assertThat(names).hasSize(2);
    for (String name : names) {
      HttpResponse<byte[]> file = get("dumps/" + name);
      assertThat(file.statusCode()).isEqualTo(200);
      String sha256 = Sha256.hex(file.body());
      assertThat(catalogue).contains(sha256).contains(Integer.toString(file.body().length));
      assertThat(file.headers().firstValue("Repr-Digest"))
          .contains(
              "sha-256=:"
                  + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256))
                  + ":");
      assertThat(file.headers().firstValue("ETag")).contains("\"" + sha256 + "\"");
      assertThat(file.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
      assertThat(text(get("dumps/" + name + ".sha256"))).isEqualTo(sha256 + "  " + name + "\n");
      assertThat(IsoMatcher.isomorphic(statements(name, file.body()), shipped())).isTrue();
    }
  }

  @Test
  void linesAreSortedSoThatTheSameReleaseGivesTheSameFile() throws IOException {
    String name = names(text(get("catalog?format=ttl"))).get(0);
    byte[] first = get("dumps/" + name).body();
    List<String> graphs =
        new String(unzipped(first), StandardCharsets.UTF_8)
            .lines()
            .map(line -> line.replaceFirst("^.* (<[^>]*> \\.)$", "$1"))
            .toList();
    assertThat(graphs).isSorted();
    assertThat(new TreeSet<>(graphs)).hasSize(4);
    try (Program other = home.call().serve(folder.resolve("other"))) {
      names(text(get(other, "catalog?format=ttl"))); // Makes them, if nobody has yet.
      assertThat(get(other, "dumps/" + name).body()).isEqualTo(first);
    }
  }

  @Test
  void aFileIsMadeOnceAndKeptWhenAnotherReleaseComes() throws IOException {
    Home changed = home("changed");
    Path data = folder.resolve("two-releases");
    List<String> former;
    byte[] before;
    try (Program first = changed.call().serve(data)) {
      former = names(text(get(first, "catalog?format=ttl")));
      assertThat(former).hasSize(2);
      before = get(first, "dumps/" + former.get(0)).body();
      first.stop();
    }
    changed.write("data/two.trig", "g:two { ex:c a ex:Thing ; ex:name \"c\" . }");
    try (Program second = changed.call().serve(data)) {
      String catalogue = text(get(second, "catalog?format=ttl"));
      assertThat(names(catalogue)).hasSize(4).containsAll(former);
      assertThat(catalogue).contains("dcat:prev").contains("dcat:hasCurrentVersion");
      assertThat(get(second, "dumps/" + former.get(0)).body()).isEqualTo(before);
      assertThat(Pattern.compile("dcterms:issued").matcher(catalogue).results()).hasSize(2);
    }
  }

  @Test
  void filesOfAnotherReleaseAreNotGivenForTheOneThatIsWanted() {
    Dumps dumps = new Dumps(folder.resolve("no-dumps"), new Release(home.path()), "test");
    assertThat(dumps.of("f".repeat(64))).isEmpty();
    assertThat(dumps.made()).isEmpty();
  }

  @Test
  void whatIsNotThereIs404() {
    for (String name :
        List.of(
            "none", "bluethread-1-000000000000.nq.gz", "..%2Flock", "bluethread-x.nq.gz.sha256")) {
      HttpResponse<byte[]> response = get("dumps/" + name);
      assertThat(response.statusCode()).as(name).isIn(400, 404);
      assertThat(text(response)).contains("remedy");
    }
  }

  @Test
  void whoHasTheFileIsNotSentItAgain() {
    String name = names(text(get("catalog?format=ttl"))).get(0);
    String tag = get("dumps/" + name).headers().firstValue("ETag").orElseThrow();
    assertThat(get("dumps/" + name, "If-None-Match", tag).statusCode()).isEqualTo(304);
  }

  @Test
  void aFileIsNotCompressedAgainForWhoTakesCompression() {
    String name = names(text(get("catalog?format=ttl"))).get(0);
    HttpResponse<byte[]> packed = get("dumps/" + name, "Accept-Encoding", "gzip");
    assertThat(packed.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(packed.body()).isEqualTo(get("dumps/" + name).body());
    assertThat(get("catalog", "Accept-Encoding", "gzip").headers().firstValue("Content-Encoding"))
        .contains("gzip");
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-9, 0, 10",
    "bytes=5-, 5, -1",
    "bytes=-7, -7, -1",
    "bytes=3-999999999, 3, -1"
  })
  void aPartIsGivenToWhoAsksForIt(String range, int from, int to) {
    String name = names(text(get("catalog?format=ttl"))).get(0);
    byte[] whole = get("dumps/" + name).body();
    HttpResponse<byte[]> part = get("dumps/" + name, "Range", range);
    int first = from < 0 ? whole.length + from : from;
    int end = to < 0 ? whole.length : to;
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole, first, end));
    assertThat(part.headers().firstValue("Content-Range"))
        .contains("bytes " + first + "-" + (end - 1) + "/" + whole.length);
  }

  @Test
  void aPartOfAnotherFileIsNotMixedWithThisOne() {
    String name = names(text(get("catalog?format=ttl"))).get(0);
    byte[] whole = get("dumps/" + name).body();
    HttpResponse<byte[]> response =
        get("dumps/" + name, "Range", "bytes=0-9", "If-Range", "\"another\"");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(whole);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=1-2,4-5", "bytes=9-3", "bytes=-", "bytes=x-y", "lines=1-2"})
  void aRangeThatCannotBeReadIsOverlooked(String range) {
    String name = names(text(get("catalog?format=ttl"))).get(0);
    assertThat(get("dumps/" + name, "Range", range).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=99999999-", "bytes=99999999-999999999", "bytes=-0"})
  void aRangeBehindTheEndIs416(String range) {
    String name = names(text(get("catalog?format=ttl"))).get(0);
    HttpResponse<byte[]> response = get("dumps/" + name, "Range", range);
    assertThat(response.statusCode()).isEqualTo(416);
    assertThat(response.headers().firstValue("Content-Range").orElseThrow()).startsWith("bytes */");
  }

  private static List<String> names(String catalogue) {
    Matcher names = NAME.matcher(catalogue);
    return names.results().map(name -> name.group(1)).distinct().sorted().toList();
  }

  private static HttpResponse<byte[]> get(String path, String... headers) {
    return get(server, path, headers);
  }

  private static HttpResponse<byte[]> get(Program of, String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(of.address().resolve(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  private static byte[] unzipped(byte[] file) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(file))) {
      return in.readAllBytes();
    }
  }

  private static DatasetGraph statements(String name, byte[] file) throws IOException {
    Lang lang = name.endsWith(".nq.gz") ? Lang.NQUADS : Lang.TRIG;
    return RDFParser.source(new ByteArrayInputStream(unzipped(file))).lang(lang).toDatasetGraph();
  }

  /** The files of the release, read by themselves. */
  private static DatasetGraph shipped() throws IOException {
    String ontology = Files.readString(home.path().resolve("ontology/bluethread.ttl"));
    String shapes = Files.readString(home.path().resolve("shapes/things.ttl"));
    String blank = Files.readString(home.path().resolve("shapes/blank.ttl"));
    String one = Files.readString(home.path().resolve("data/one.trig"));
    String two = Files.readString(home.path().resolve("data/two.trig"));
    String graphs = "https://w3id.org/bluethread/graph/";
    String whole =
        Home.PREFIXES
            + "GRAPH <"
            + graphs
            + "ontology> {"
            + ontology.substring(Home.PREFIXES.length())
            + "}"
            + "GRAPH <"
            + graphs
            + "shapes> {"
            + shapes.substring(Home.PREFIXES.length())
            + blank.substring(Home.PREFIXES.length())
            + "}"
            + one.substring(Home.PREFIXES.length())
            + two.substring(Home.PREFIXES.length());
    return RDFParser.fromString(whole, Lang.TRIG).toDatasetGraph();
  }
}
