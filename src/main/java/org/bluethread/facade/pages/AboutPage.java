package org.bluethread.facade.pages;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bluethread.facade.pages.CataloguePage.Shipped;
import org.bluethread.facade.pages.ThingPage.Term;
import org.bluethread.publish.catalogue.Catalogue;
import org.bluethread.publish.catalogue.Sourced;

/**
 * What the project is made of and how to use it.
 *
 * @param iri the identifier of the graph
 * @param commit the commit it is of
 * @param instant when that was made, as machines read it
 * @param time the same in the reader's language
 * @param documents the documents that the graph was drawn from
 * @param reference what else it was read from
 * @param releases the releases, newest first
 */
public record AboutPage(
    String iri,
    long commit,
    Optional<String> instant,
    Optional<String> time,
    List<Source> documents,
    List<Reference> reference,
    List<Shipped> releases) {
  private static final Pattern COMMONS =
      Pattern.compile("https?://creativecommons\\.org/licenses/([a-z-]+)/([0-9.]+(?:/[a-z]+)?)/?");

  /** Copies the lists. */
  public AboutPage {
    documents = List.copyOf(documents);
    reference = List.copyOf(reference);
    releases = List.copyOf(releases);
  }

  /**
   * A document.
   *
   * @param name what it is called
   * @param codes its symbols
   * @param date when it was published
   */
  public record Source(Term name, List<String> codes, Optional<String> date) {
    /** Copies the list. */
    public Source {
      codes = List.copyOf(codes);
    }
  }

  /**
   * Data that stand beside the documents.
   *
   * @param name what they are called
   * @param sources where they were read
   * @param citations how these sources are cited
   * @param licence the address of the licence under which they are given here; empty if the graph
   *     does not say
   */
  public record Reference(
      Term name, List<Term> sources, List<String> citations, Optional<Term> licence) {
    /** Copies the lists. */
    public Reference {
      sources = List.copyOf(sources);
      citations = List.copyOf(citations);
    }
  }

  /** The page in a language. */
  public static AboutPage of(
      Catalogue catalogue, List<Sourced> sourced, long commit, String language) {
    return new AboutPage(
        catalogue.graph().iri(),
        commit,
        catalogue.modified(),
        catalogue.modified().map(time -> CommitLine.time(Instant.parse(time), language)),
        catalogue.documents().stream()
            .map(
                entry ->
                    new Source(
                        CataloguePage.term(entry, language), entry.identifiers(), entry.issued()))
            .toList(),
        sourced.stream()
            .map(
                one ->
                    new Reference(
                        CataloguePage.term(one.graph(), language),
                        one.sources().stream().map(AboutPage::address).toList(),
                        one.citations(),
                        one.graph().licence().map(AboutPage::licence)))
            .toList(),
        CataloguePage.of(catalogue, commit, language, Optional.empty()).releases());
  }

  private static Term address(String iri) {
    return new Term(iri, "", Optional.of(iri));
  }

  /** The licences of Creative Commons have names that everybody knows. */
  private static Term licence(String iri) {
    Matcher commons = COMMONS.matcher(iri);
    String name =
        commons.matches()
            ? ("CC " + commons.group(1) + " " + commons.group(2).replaceAll("/", " "))
                .toUpperCase(Locale.ROOT)
                .strip()
            : iri;
    return new Term(name, "", Optional.of(iri));
  }
}
