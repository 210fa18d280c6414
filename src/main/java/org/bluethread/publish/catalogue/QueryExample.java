package org.bluethread.publish.catalogue;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SchemaDO;
import org.bluethread.vocabulary.Addresses;

/**
 * A query that can be asked as it stands.
 *
 * @param name its name
 * @param titles what it answers, in a few words, by language
 * @param descriptions what it answers, by language
 * @param keywords words to find it by
 * @param form which kind of query it is
 * @param sparql the query, with all prefixes it uses
 * @see <a href="https://github.com/sib-swiss/sparql-examples">The form in which the SIB Swiss
 *     Institute of Bioinformatics gives examples</a>
 */
public record QueryExample(
    String name,
    Map<String, String> titles,
    Map<String, String> descriptions,
    List<String> keywords,
    Form form,
    String sparql) {
  private static final String BASE = Addresses.BASE + ".well-known/sparql-examples#";
  private static final String SPEX_DESCRIBE =
      "https://purl.expasy.org/sparql-examples/ontology#describe";

  /** Copies maps and list. */
  public QueryExample {
    titles = Map.copyOf(titles);
    descriptions = Map.copyOf(descriptions);
    keywords = List.copyOf(keywords);
  }

  /** The kinds of queries. */
  public enum Form {
    /** Gives rows. */
    SELECT("SPARQLSelectExecutable", SHACL.select.getURI()),
    /** Gives true or false. */
    ASK("SPARQLAskExecutable", SHACL.ask.getURI()),
    /** Gives triples. */
    CONSTRUCT("SPARQLConstructExecutable", SHACL.construct.getURI()),
    /** Gives triples that the server chooses; SHACL has no property for it. */
    DESCRIBE("SPARQLExecutable", SPEX_DESCRIBE);

    private final String type;
    private final String property;

    Form(String type, String property) {
      this.type = type;
      this.property = property;
    }
  }

  /** Examples as RDF, with the prefixes declared. */
  public static Graph toGraph(List<QueryExample> examples, Site site) {
    Facts facts = new Facts();
    PrefixDeclarations.addTo(facts);
    examples.forEach(example -> example.addTo(facts, site));
    return facts.graph();
  }

  private void addTo(Facts facts, Site site) {
    Node example = Facts.iri(BASE + name);
    facts.add(example, RDF.Nodes.type, Facts.iri(SHACL.NS + "SPARQLExecutable"));
    facts.add(example, RDF.Nodes.type, Facts.iri(SHACL.NS + form.type));
    facts.texts(example, RDFS.Nodes.label, titles);
    facts.texts(example, RDFS.Nodes.comment, descriptions);
    keywords.forEach(word -> facts.text(example, SchemaDO.keywords.asNode(), word));
    facts.add(example, SHACL.prefixes, PrefixDeclarations.ON);
    facts.text(example, Facts.iri(form.property), sparql);
    facts.link(example, SchemaDO.target, site.sparql());
    facts.add(example, RDFS.Nodes.seeAlso, Facts.iri(site.at("/queries/" + name)));
  }
}
