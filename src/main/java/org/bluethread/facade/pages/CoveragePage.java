package org.bluethread.facade.pages;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;
import org.bluethread.facade.pages.ThingPage.Format;
import org.bluethread.facade.pages.ThingPage.Origin;
import org.bluethread.facade.pages.ThingPage.Term;

/**
 * What documents say about the targets of a framework, as a map of numbers. It is the JSON of the
 * page too.
 *
 * @param commit the commit it is of
 * @param framework the framework; empty if the graph has none with targets
 * @param frameworks the frameworks to choose from, each with the number of its statements
 * @param axes by what can be counted, with the same number
 * @param statements how many statements about these targets there are
 * @param columns what is counted by, the most frequent first
 * @param rows the targets
 * @param selected what is in one cell, if one is asked for
 * @param findings what gap analyses found, target by target
 * @param analyses the documents that these stand in, by symbol or name
 * @param complete whether everything is here
 * @param formats the same in other formats
 */
public record CoveragePage(
    long commit,
    Optional<Item> framework,
    List<Choice> frameworks,
    List<Choice> axes,
    long statements,
    List<Column> columns,
    List<Row> rows,
    Optional<Selected> selected,
    List<Gaps> findings,
    @JsonIgnore String analyses,
    boolean complete,
    @JsonIgnore List<Format> formats) {
  /** Copies the lists. */
  public CoveragePage {
    frameworks = List.copyOf(frameworks);
    axes = List.copyOf(axes);
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    findings = List.copyOf(findings);
    formats = List.copyOf(formats);
  }

  /** What gap analyses found about the target of a row. */
  List<Gap> gaps(Row row) {
    return findings.stream()
        .filter(one -> one.target().equals(row.target()))
        .flatMap(one -> one.findings().stream())
        .toList();
  }

  /** The key of the words for what is counted by what. */
  String mapKey() {
    return "coverage.map." + by();
  }

  /** The key of the words for what counts in a column. */
  String countsKey() {
    return "coverage.counts." + by();
  }

  private String by() {
    return axes.stream().filter(Choice::isChosen).map(Choice::value).findFirst().orElse("");
  }

  /**
   * A column.
   *
   * @param value its name in addresses
   * @param label what it stands for
   * @param count how many statements are counted in it
   */
  public record Column(String value, Term label, int count) {}

  /**
   * A target.
   *
   * @param value its name in addresses
   * @param target the target
   * @param cells its cells, one for each column
   * @param mapped the mappings that relate it to others: no document states them
   */
  public record Row(String value, Item target, List<Cell> cells, Cell mapped) {
    /** Copies the list. */
    public Row {
      cells = List.copyOf(cells);
    }

    /** What the target is called in a word or two: by its code if it has one. */
    String name() {
      return target.code().isEmpty() ? target.name().text() : target.code();
    }
  }

  /**
   * A cell.
   *
   * @param column the name of its column in addresses
   * @param count how many there are
   * @param href where they are listed; empty for none
   * @param isSelected whether they are listed here
   */
  public record Cell(
      String column, int count, Optional<String> href, @JsonIgnore boolean isSelected) {
    private static final int FEW = 2;
    private static final int SOME = 4;
    private static final int MANY = 8;

    /** How deep its colour is: 0 for none, up to 4. */
    int level() {
      if (count < FEW) {
        return count;
      }
      return count < SOME ? 2 : count < MANY ? 3 : 4;
    }
  }

  /**
   * What is in a cell.
   *
   * @param target the target
   * @param column what the column stands for
   * @param claims what documents say
   * @param mappings the mappings, in the column of these
   */
  public record Selected(Item target, Term column, List<Said> claims, List<Mapping> mappings) {
    /** Copies the lists. */
    public Selected {
      claims = List.copyOf(claims);
      mappings = List.copyOf(mappings);
    }
  }

  /**
   * A statement and what ties its other end to the column.
   *
   * @param statement the statement that is counted
   * @param ties the statements that lead on to the column; none where the first does
   */
  public record Said(Stated statement, List<Stated> ties) {
    /** Copies the list. */
    public Said {
      ties = List.copyOf(ties);
    }
  }

  /**
   * A statement in words.
   *
   * @param subject what it is about
   * @param property its property
   * @param object what it leads to
   * @param sentence the same in words
   * @param origins where it stands
   */
  public record Stated(
      String subject, String property, String object, Sentence sentence, List<Origin> origins) {
    /** Copies the list. */
    public Stated {
      origins = List.copyOf(origins);
    }
  }

  /**
   * A mapping.
   *
   * @param subject one end
   * @param object the other end
   * @param iri the mapping itself
   * @param facts what is to be known of it, line by line
   */
  public record Mapping(Item subject, Item object, String iri, List<String> facts) {
    /** Copies the list. */
    public Mapping {
      facts = List.copyOf(facts);
    }
  }

  /**
   * What was found about a target.
   *
   * @param target the target
   * @param findings the findings
   */
  public record Gaps(Item target, List<Gap> findings) {
    /** Copies the list. */
    public Gaps {
      findings = List.copyOf(findings);
    }
  }

  /**
   * A finding.
   *
   * @param verdict the verdict, with the identifier of the finding
   * @param regions what it is limited to
   * @param note a note on it, if there is one
   * @param units where it stands
   */
  public record Gap(Term verdict, List<Term> regions, Optional<Term> note, List<Term> units) {
    /** Copies the lists. */
    public Gap {
      regions = List.copyOf(regions);
      units = List.copyOf(units);
    }
  }
}
