package org.bluethread.publish.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;

/**
 * A client of the feed as others would write it: HTTP, TriG and the terms of TREE and LDES as their
 * specifications spell them, nothing of the program. It keeps the last version of each graph, takes
 * the members of a commit together, and gets closed pages once.
 */
final class Follower implements AutoCloseable {
  private static final String TREE = "https://w3id.org/tree#";
  private static final String LDES = "https://w3id.org/ldes#";
  private static final Node VIEW = iri(TREE + "view");
  private static final Node ANY = Node.ANY;

  private final URI root;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<URI, HttpResponse<String>> kept = new HashMap<>();
  private final Set<URI> closed = new HashSet<>();
  private final List<URI> sent = new ArrayList<>();
  private final Map<Node, Set<Quad>> copy = new HashMap<>();
  private Optional<Node> stream = Optional.empty();
  private long position;
  private long commit;

  Follower(URI root) {
    this.root = root;
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }

  /** A member that was read. */
  private record Member(Node graph, long commit, boolean isLast, Set<Quad> quads) {}

  /** Brings the copy to what the feed has now. */
  void follow() {
    DatasetGraph page = parse(root, get(root));
    Node found = page.find(ANY, ANY, VIEW, iri(root.toString())).next().getSubject();
    if (!Optional.of(found).equals(stream)) {
      copy.clear();
      closed.clear();
      position = 0;
      commit = 0;
      stream = Optional.of(found);
    }
    Map<Long, Member> members = new HashMap<>();
    if (visit(root, page, found, members)) {
      apply(members);
    }
  }

  /** Reads a page and what it leads to; says whether all of it is still there. */
  private boolean visit(URI self, DatasetGraph page, Node stream, Map<Long, Member> members) {
    read(page, stream, members);
    Set<URI> next = new HashSet<>();
    page.find(ANY, iri(self.toString()), iri(TREE + "relation"), ANY)
        .forEachRemaining(
            relation ->
                next.add(URI.create(object(page, relation.getObject(), TREE + "node").getURI())));
    for (URI node : next) {
      if (!closed.contains(node)) {
        HttpResponse<String> answer = get(node);
        if (answer.statusCode() == 410) {
          return false;
        }
        DatasetGraph below = parse(node, answer);
        if (!visit(node, below, stream, members)) {
          return false;
        }
        if (below.contains(ANY, iri(node.toString()), iri(LDES + "immutable"), ANY)) {
          closed.add(node);
        }
      }
    }
    return true;
  }

  private static void read(DatasetGraph page, Node stream, Map<Long, Member> members) {
    page.find(ANY, stream, iri(TREE + "member"), ANY)
        .forEachRemaining(
            quad -> {
              Node member = quad.getObject();
              boolean isLast =
                  page.contains(ANY, member, iri("https://schema.org/actionStatus"), ANY);
              Set<Quad> quads = Iter.toSet(page.findNG(member, ANY, ANY, ANY));
              Node deletion = iri("https://www.w3.org/ns/activitystreams#Delete");
              boolean isDeletion =
                  page.contains(Quad.defaultGraphIRI, member, RDF.Nodes.type, deletion);
              if (isDeletion != quads.isEmpty()) {
                throw new AssertionError(member + " is neither a version nor a deletion");
              }
              members.put(
                  number(object(page, member, "https://schema.org/position")),
                  new Member(
                      object(page, member, "http://purl.org/dc/terms/isVersionOf"),
                      number(object(page, member, "https://schema.org/version")),
                      isLast,
                      quads));
            });
  }

  /** Takes the members of a commit when the last of them is here. */
  private void apply(Map<Long, Member> members) {
    Map<Node, Set<Quad>> versions = new HashMap<>();
    for (Map.Entry<Long, Member> entry :
        new TreeMap<>(members).tailMap(position, false).entrySet()) {
      Member member = entry.getValue();
      versions.put(member.graph(), member.quads());
      if (member.isLast()) {
        copy.putAll(versions);
        versions.clear();
        position = entry.getKey();
        commit = member.commit();
      }
    }
  }

  private static Node object(DatasetGraph page, Node subject, String property) {
    return page.find(Quad.defaultGraphIRI, subject, iri(property), ANY).next().getObject();
  }

  private static long number(Node literal) {
    return Long.parseLong(literal.getLiteralLexicalForm());
  }

  private static DatasetGraph parse(URI base, HttpResponse<String> answer) {
    if (answer.statusCode() != 200) {
      throw new AssertionError(base + ": " + answer.statusCode() + " " + answer.body());
    }
    DatasetGraph page = DatasetGraphFactory.create();
    RDFParser.fromString(answer.body(), Lang.TRIG)
        .base(base.toString())
        .labelToNode(LabelToNode.createUseLabelAsGiven())
        .parse(page);
    return page;
  }

  /** What stands at an address; asks whether it is another one if it was there before. */
  private HttpResponse<String> get(URI address) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).header("Accept", "application/trig");
    HttpResponse<String> known = kept.get(address);
    if (known != null) {
      request.header("If-None-Match", known.headers().firstValue("ETag").orElseThrow());
    }
    try {
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() == 304) {
        return known;
      }
      sent.add(address);
      if (answer.statusCode() == 200) {
        kept.put(address, answer);
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Follows until the copy is at that commit, or a later one. */
  Follower until(long wanted) {
    follow();
    while (commit < wanted) {
      follow();
    }
    return this;
  }

  /** The commit that the copy is of. */
  long commit() {
    return commit;
  }

  /** The number of the last member that was applied. */
  long position() {
    return position;
  }

  /** The graphs that there is or was a version of. */
  Set<Node> graphs() {
    return copy.keySet();
  }

  /** The copy. */
  Set<Quad> quads() {
    Set<Quad> quads = new HashSet<>();
    copy.forEach(
        (graph, version) -> version.forEach(quad -> quads.add(new Quad(graph, quad.asTriple()))));
    return quads;
  }

  /** The addresses whose content was sent, not only confirmed, as often as it was. */
  List<URI> sent() {
    return List.copyOf(sent);
  }

  @Override
  public void close() {
    client.close();
  }
}
