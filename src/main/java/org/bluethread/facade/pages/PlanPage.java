package org.bluethread.facade.pages;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;
import org.bluethread.facade.pages.ThingPage.Format;
import org.bluethread.facade.pages.ThingPage.Term;

/**
 * A plan as a board: directions, what stands under them, and what the rows can be chosen by. It is
 * the JSON of the page too.
 *
 * @param commit the commit it is of
 * @param plan the plan; empty if the graph has none
 * @param plans the plans to choose from
 * @param facets what the rows can be chosen by, each value with the number that is left with it
 * @param chosen what is chosen, each with the address without it
 * @param outputs how many outputs are left
 * @param withoutOutput how many actions are left of which the plan says they have no output
 * @param total how many outputs and actions without output the plan has
 * @param directions what is left
 * @param complete whether all of the plan is here
 * @param formats the same in other formats
 */
public record PlanPage(
    long commit,
    Optional<Item> plan,
    List<Choice> plans,
    List<FacetView> facets,
    List<Choice> chosen,
    long outputs,
    long withoutOutput,
    long total,
    List<Direction> directions,
    boolean complete,
    @JsonIgnore List<Format> formats) {
  /** Copies the lists. */
  public PlanPage {
    plans = List.copyOf(plans);
    facets = List.copyOf(facets);
    chosen = List.copyOf(chosen);
    directions = List.copyOf(directions);
    formats = List.copyOf(formats);
  }

  /** The address with nothing chosen but the plan. */
  String whole() {
    return plans.stream()
        .filter(Choice::isChosen)
        .map(Choice::href)
        .findFirst()
        .orElse(PlanView.PATH);
  }

  /**
   * What rows can be chosen by.
   *
   * @param name the parameter of the address
   * @param choices its values
   */
  public record FacetView(String name, List<Choice> choices) {
    /** Copies the list. */
    public FacetView {
      choices = List.copyOf(choices);
    }

    /** The key of its words. */
    String key() {
      return "plan.facet." + name;
    }
  }

  /**
   * A strategic direction.
   *
   * @param item the direction
   * @param count how many rows are left under it
   * @param subDirections its parts
   */
  public record Direction(Item item, long count, List<SubDirection> subDirections) {
    /** Copies the list. */
    public Direction {
      subDirections = List.copyOf(subDirections);
    }
  }

  /**
   * A part of a direction.
   *
   * @param item the sub-direction; empty for actions that stand under the direction itself
   * @param actions the actions under it
   */
  public record SubDirection(Optional<Item> item, List<Action> actions) {
    /** Copies the list. */
    public SubDirection {
      actions = List.copyOf(actions);
    }
  }

  /**
   * A high-level action.
   *
   * @param item the action
   * @param rows its outputs, or what is said of it in the place of one
   */
  public record Action(Item item, List<Row> rows) {
    /** Copies the list. */
    public Action {
      rows = List.copyOf(rows);
    }
  }

  /**
   * A row of the plan.
   *
   * @param output the output; empty if there is none
   * @param withoutOutput whether the plan says that there is none
   * @param roles who has a part in it
   * @param timeFrames until when, in the language of the page
   * @param printed until when, as printed
   * @param units the units of the document that state the row
   */
  public record Row(
      Optional<Item> output,
      boolean withoutOutput,
      List<Role> roles,
      List<Term> timeFrames,
      List<Term> printed,
      List<Term> units) {
    /** Copies the lists. */
    public Row {
      roles = List.copyOf(roles);
      timeFrames = List.copyOf(timeFrames);
      printed = List.copyOf(printed);
      units = List.copyOf(units);
    }
  }

  /**
   * Who has a certain part.
   *
   * @param role what part
   * @param organs the organs
   */
  public record Role(Term role, List<Term> organs) {
    /** Copies the list. */
    public Role {
      organs = List.copyOf(organs);
    }
  }
}
