package org.bluethread.facade;

import static java.util.stream.Collectors.toMap;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bluethread.facade.words.Words;
import org.bluethread.graph.Commit;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Release;
import org.bluethread.graph.Snapshot;
import org.bluethread.publish.catalogue.Catalogue;
import org.bluethread.publish.catalogue.CatalogueReader;
import org.bluethread.publish.catalogue.Distribution;
import org.bluethread.publish.catalogue.Dump;
import org.bluethread.publish.catalogue.Dumps;
import org.bluethread.publish.catalogue.Entry;
import org.bluethread.publish.catalogue.ReleaseEntry;
import org.bluethread.publish.catalogue.Service;
import org.bluethread.publish.catalogue.Site;
import org.bluethread.publish.partition.PartitionIndex;

/**
 * Puts the catalogue together: what the graph says of itself, where this server has it, and the
 * releases that it knows. Safe for threads.
 */
final class CatalogueSource {
  /** How many commits are looked through for the one that loaded a release. */
  private static final int MOST_COMMITS = 1000;

  private final KnowledgeGraph graph;
  private final PartitionIndex partitions;
  private final Dumps dumps;
  private final Map<String, Optional<String>> issued = new ConcurrentHashMap<>();

  CatalogueSource(KnowledgeGraph graph, PartitionIndex partitions, Dumps dumps) {
    this.graph = graph;
    this.partitions = partitions;
    this.dumps = dumps;
  }

  /** The server as the client calls it. */
  static Site site(Context ctx) {
    String url = ctx.url();
    return new Site(url.substring(0, url.length() - ctx.path().length()));
  }

  /** The catalogue as of a state of the graph, with addresses of this server. */
  Catalogue of(Snapshot snapshot, Site site) {
    CatalogueReader reader = new CatalogueReader(snapshot);
    return new Catalogue(
        texts("catalogue.name"),
        texts("catalogue.description"),
        site,
        graph.history().commit(snapshot.commit()).map(commit -> commit.time().toString()),
        described(reader.graph()),
        partitions.of(snapshot).triples(),
        services(site),
        distributions(site),
        releases(snapshot, site),
        reader.datasets(),
        reader.documents());
  }

  /** The graph as it describes itself; what it leaves unsaid is said in the words of the pages. */
  private static Entry described(Entry graph) {
    return new Entry(
        graph.iri(),
        graph.titles().isEmpty() ? texts("catalogue.graph") : graph.titles(),
        graph.descriptions().isEmpty()
            ? texts("catalogue.graph.description")
            : graph.descriptions(),
        graph.identifiers(),
        graph.licence().or(() -> Optional.of(Catalogue.LICENCE)),
        graph.publisher(),
        graph.issued(),
        graph.languages());
  }

  private static List<Service> services(Site site) {
    return List.of(
        new Service(
            site.sparql(),
            texts("catalogue.sparql"),
            Optional.of(site.sparql()),
            "https://www.w3.org/TR/sparql11-protocol/"),
        new Service(
            site.at("/data"),
            texts("catalogue.store"),
            Optional.empty(),
            "https://www.w3.org/TR/sparql11-http-rdf-update/"),
        new Service(
            site.at("/feed"),
            texts("catalogue.feed"),
            Optional.empty(),
            "https://w3id.org/ldes/specification"));
  }

  private static List<Distribution> distributions(Site site) {
    return List.of(
        live("export-nq", "catalogue.whole", site.at("/export?format=nq"), MediaTypes.N_QUADS),
        live("export-trig", "catalogue.whole", site.at("/export?format=trig"), MediaTypes.TRIG),
        live("sparql", "catalogue.sparql", site.sparql(), "application/sparql-results+json"));
  }

  private static Distribution live(String name, String words, String address, String type) {
    return new Distribution(
        Catalogue.IRI + "#" + name, texts(words), address, type, Optional.empty());
  }

  /** The release that the graph was brought to, then others whose files are kept. */
  private List<ReleaseEntry> releases(Snapshot snapshot, Site site) {
    List<Dump> current = Release.fingerprint(snapshot).map(dumps::of).orElseGet(List::of);
    Map<Dump.Release, List<Dump>> byRelease = new LinkedHashMap<>();
    Stream.concat(current.stream(), dumps.made().stream())
        .distinct()
        .forEach(
            dump -> byRelease.computeIfAbsent(dump.release(), key -> new ArrayList<>()).add(dump));
    return byRelease.entrySet().stream()
        .map(entry -> release(entry.getKey(), entry.getValue(), snapshot, site))
        .toList();
  }

  private ReleaseEntry release(
      Dump.Release release, List<Dump> files, Snapshot snapshot, Site site) {
    return new ReleaseEntry(
        Catalogue.IRI + "#release-" + release.key(),
        release.version(),
        release.fingerprint(),
        issued.computeIfAbsent(release.fingerprint(), key -> issued(key, snapshot)),
        files.stream().map(dump -> distribution(dump, site)).toList());
  }

  private static Distribution distribution(Dump dump, Site site) {
    return new Distribution(
        Catalogue.IRI + "#" + dump.name(),
        texts("catalogue.release", dump.release().version()),
        site.at("/dumps/" + dump.name()),
        dump.mediaType(),
        Optional.of(new Distribution.File(Dump.COMPRESSION, dump.bytes(), dump.sha256())));
  }

  private Optional<String> issued(String fingerprint, Snapshot snapshot) {
    return LongStream.iterate(snapshot.commit(), number -> number > 0, number -> number - 1)
        .limit(MOST_COMMITS)
        .mapToObj(graph.history()::commit)
        .flatMap(Optional::stream)
        .filter(commit -> isRelease(commit, fingerprint))
        .map(commit -> commit.time().toString())
        .findFirst();
  }

  private static boolean isRelease(Commit commit, String fingerprint) {
    return commit.door().equals("release") && commit.message().endsWith(fingerprint);
  }

  private static Map<String, String> texts(String key, Object... arguments) {
    return Languages.OFFERED.stream()
        .collect(toMap(language -> language, language -> new Words(language).text(key, arguments)));
  }
}
