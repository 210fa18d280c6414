package org.bluethread.facade.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.bluethread.facade.pages.ThingPage.Term;
import org.bluethread.graph.Snapshot;
import org.bluethread.publish.Ontology;
import org.bluethread.publish.OntologyTerm;
import org.bluethread.publish.OntologyTerm.Kind;
import org.bluethread.query.NamedQuery;
import org.bluethread.vocabulary.BT;

/**
 * The ontology for reading: its terms, a picture of its classes, and how to say things with it.
 *
 * @param description what it is for
 * @param version the IRI of its version
 * @param sections its terms by kind
 * @param tree its classes, each below the one above it
 * @param recipes how to say things, each with the query that asks for it
 */
public record OntologyPage(
    String description,
    Optional<String> version,
    List<Section> sections,
    List<Branch> tree,
    List<Recipe> recipes) {
  /** Copies the lists. */
  public OntologyPage {
    sections = List.copyOf(sections);
    tree = List.copyOf(tree);
    recipes = List.copyOf(recipes);
  }

  /**
   * Terms of one kind.
   *
   * @param key the key of its heading, which is also its place on the page
   * @param entries the terms by name
   */
  public record Section(String key, List<Entry> entries) {}

  /**
   * A term.
   *
   * @param fragment the end of its IRI, which is also its place on the page
   * @param label its name
   * @param definition what it means
   * @param example how it is used; empty if none is given
   * @param broader the terms above it, others' among them
   * @param domains what it leads from
   * @param ranges what it leads to
   * @param deprecated whether it should no longer be used
   * @param replacement what to use instead
   * @param isClass whether it has a page that says what a description holds
   */
  public record Entry(
      String fragment,
      String label,
      String definition,
      String example,
      List<Term> broader,
      List<Term> domains,
      List<Term> ranges,
      boolean deprecated,
      Optional<Term> replacement,
      boolean isClass) {}

  /**
   * A class in the picture.
   *
   * @param fragment the end of its IRI
   * @param label its name
   * @param depth how many classes are above it
   * @param parent the row of the class above it, or its own row if there is none
   */
  public record Branch(String fragment, String label, int depth, int parent) {}

  /**
   * How to say something.
   *
   * @param title what is said
   * @param trig the statements that say it
   * @param sparql the query that asks for it
   * @param query the name of the query
   */
  public record Recipe(String title, String trig, String sparql, String query) {}

  /**
   * Makes the page.
   *
   * @param queries the shelf, some of whose queries come with a recipe
   */
  public static OntologyPage of(Snapshot snapshot, List<NamedQuery> queries, String language) {
    Ontology ontology = Ontology.of(snapshot);
    Terms terms = new Terms(snapshot.dataset().getUnionGraph(), language);
    return new OntologyPage(
        OntologyTerm.in(ontology.descriptions(), language),
        ontology.versionIri().map(Node::getURI),
        Stream.of(Kind.values()).map(kind -> section(ontology, kind, terms, language)).toList(),
        tree(ontology, language),
        recipes(queries, language));
  }

  private static Section section(Ontology ontology, Kind kind, Terms terms, String language) {
    return new Section(
        "ontology." + kind.name().toLowerCase(Locale.ROOT),
        ontology.terms().stream()
            .filter(term -> term.kind() == kind)
            .map(term -> entry(term, terms, language))
            .toList());
  }

  private static Entry entry(OntologyTerm term, Terms terms, String language) {
    return new Entry(
        term.localName(),
        OntologyTerm.in(term.labels(), language),
        OntologyTerm.in(term.definitions(), language),
        OntologyTerm.in(term.examples(), language),
        term.broader().stream().map(terms::of).toList(),
        term.domains().stream().map(terms::of).toList(),
        term.ranges().stream().map(terms::of).toList(),
        term.deprecated(),
        term.replacement().map(terms::of),
        term.kind() == Kind.CLASS);
  }

  private static List<Branch> tree(Ontology ontology, String language) {
    List<Branch> tree = new ArrayList<>();
    Set<String> drawn = new TreeSet<>();
    ontology.terms().stream()
        .filter(term -> term.kind() == Kind.CLASS)
        .filter(term -> term.broader().stream().noneMatch(node -> node.getURI().startsWith(BT.NS)))
        .forEach(term -> draw(ontology, term, 0, tree.size(), tree, drawn, language));
    return tree;
  }

  private static void draw(
      Ontology ontology,
      OntologyTerm term,
      int depth,
      int parent,
      List<Branch> tree,
      Set<String> drawn,
      String language) {
    if (drawn.add(term.localName())) {
      int row = tree.size();
      tree.add(
          new Branch(
              term.localName(),
              OntologyTerm.in(term.labels(), language),
              depth,
              depth == 0 ? row : parent));
      for (Node below : term.narrower()) {
        if (below.getURI().startsWith(BT.NS)) {
          ontology
              .term(below.getURI().substring(BT.NS.length()))
              .ifPresent(one -> draw(ontology, one, depth + 1, row, tree, drawn, language));
        }
      }
    }
  }

  private static List<Recipe> recipes(List<NamedQuery> queries, String language) {
    return queries.stream()
        .flatMap(
            query ->
                query.recipe().stream()
                    .map(
                        recipe ->
                            new Recipe(
                                recipe.title().in(language),
                                recipe.trig(),
                                query.text(),
                                query.name())))
        .toList();
  }
}
