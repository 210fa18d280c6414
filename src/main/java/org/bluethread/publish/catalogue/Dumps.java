package org.bluethread.publish.catalogue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.bluethread.graph.Release;
import org.bluethread.graph.Sha256;
import org.bluethread.publish.Prefixes;

/**
 * Files with all statements of a release, as N-Quads and TriG, sorted and compressed. They are made
 * when they are first wanted, which takes some seconds, and kept; their names have the version and
 * the fingerprint of the release, so that what is under a name never changes. Those of former
 * releases stay.
 *
 * <p>Safe for threads: who wants what is being made waits for it.
 */
public final class Dumps {
  private static final Pattern NAME =
      Pattern.compile("bluethread-([0-9A-Za-z.+_-]{1,60})-([0-9a-f]{12})\\.(nq|trig)\\.gz");

  private static final Map<String, Lang> LANGUAGES = Map.of("nq", Lang.NQUADS, "trig", Lang.TRIG);
  private static final String CHECKSUM = ".sha256";
  private static final int FINGERPRINT = 12;

  private final Path folder;
  private final Release release;
  private final String version;

  /**
   * @param folder where the files are kept; it is made if need be
   * @param release the files that are shipped
   * @param version the version of the program
   */
  public Dumps(Path folder, Release release, String version) {
    this.folder = folder;
    this.release = release;
    this.version = version.replaceAll("[^0-9A-Za-z.+_-]", "_");
  }

  /**
   * The files of a release, which are made if they are not there.
   *
   * @param fingerprint of the release that the store was brought to
   * @return empty if they are not there and the shipped files are those of another release by now
   */
  public List<Dump> of(String fingerprint) {
    Dump.Release wanted = new Dump.Release(version, fingerprint.substring(0, FINGERPRINT));
    List<Dump> known = of(wanted);
    return known.size() == LANGUAGES.size() ? known : make(wanted, fingerprint);
  }

  /** A file by its name, if it was made. */
  public Optional<Dump> find(String name) {
    Matcher parts = NAME.matcher(name);
    Path file = folder.resolve(name);
    if (!parts.matches() || !Files.isRegularFile(checksum(file))) {
      return Optional.empty();
    }
    try {
      String sha256 = Files.readString(checksum(file)).split(" ", 2)[0];
      return Optional.of(
          new Dump(
              name,
              new Dump.Release(parts.group(1), parts.group(2)),
              LANGUAGES.get(parts.group(3)).getContentType().getContentTypeStr(),
              file,
              Files.size(file),
              sha256));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All files that were made, the newest releases first. */
  public List<Dump> made() {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .sorted(Comparator.comparing(Dumps::modified).reversed().thenComparing(Path::compareTo))
          .flatMap(file -> find(file.getFileName().toString()).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long modified(Path file) {
    return file.toFile().lastModified();
  }

  private List<Dump> of(Dump.Release wanted) {
    return LANGUAGES.keySet().stream()
        .sorted()
        .flatMap(ending -> find(name(wanted, ending)).stream())
        .toList();
  }

  private synchronized List<Dump> make(Dump.Release wanted, String fingerprint) {
    List<Dump> known = of(wanted);
    if (known.size() == LANGUAGES.size()) {
      return known; // Another thread has made them meanwhile.
    }
    Optional<DatasetGraph> statements = release.statements(fingerprint);
    if (statements.isEmpty()) {
      return List.of();
    }
    Map<String, Quad> sorted = sorted(statements.get());
    try {
      Files.createDirectories(folder);
      for (Map.Entry<String, Lang> ending : LANGUAGES.entrySet()) {
        write(folder.resolve(name(wanted, ending.getKey())), ending.getValue(), sorted);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return of(wanted);
  }

  private static String name(Dump.Release of, String ending) {
    return "bluethread-" + of.key() + "." + ending + ".gz";
  }

  private static Path checksum(Path file) {
    return file.resolveSibling(file.getFileName() + CHECKSUM);
  }

  /** By graph, and in it by statement. */
  private static Map<String, Quad> sorted(DatasetGraph statements) {
    Map<String, Quad> sorted = new TreeMap<>();
    statements
        .find(Node.ANY, Node.ANY, Node.ANY, Node.ANY)
        .forEachRemaining(quad -> sorted.put(line(quad), quad));
    return sorted;
  }

  private static String line(Quad quad) {
    return NodeFmtLib.strNodesNT(
        quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
  }

  /** A file counts once its checksum stands beside it; both appear under their names complete. */
  private static void write(Path file, Lang lang, Map<String, Quad> sorted) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    MessageDigest digest = Sha256.digest();
    try (OutputStream out =
        new BufferedOutputStream(
            new GZIPOutputStream(new DigestOutputStream(Files.newOutputStream(draft), digest)))) {
      StreamRDF stream = StreamRDFWriter.getWriterStream(out, lang);
      stream.start();
      if (lang.equals(Lang.TRIG)) {
        Prefixes.all().forEach(stream::prefix);
      }
      sorted.values().forEach(stream::quad);
      stream.finish();
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    String line = HexFormat.of().formatHex(digest.digest()) + "  " + file.getFileName() + "\n";
    Files.writeString(draft, line, StandardCharsets.US_ASCII);
    Files.move(draft, checksum(file), StandardCopyOption.ATOMIC_MOVE);
  }
}
