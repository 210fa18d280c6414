package org.bluethread.facade.answers;

import com.fasterxml.jackson.annotation.JsonInclude;
import cz.cvut.kbss.jopa.model.annotations.OWLClass;
import cz.cvut.kbss.jopa.model.annotations.OWLDataProperty;
import cz.cvut.kbss.jopa.model.annotations.OWLObjectProperty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bluethread.trace.Unfolding;

/**
 * What became of a thing and where it comes from.
 *
 * @param thing the thing
 * @param depth how many steps away things were to be
 * @param commit the commit it was read at; 0, which is left out, if none
 * @param refreshed when a store elsewhere was last read
 * @param askedAt the commit that was asked for, if the graph has moved on since
 * @param downstream what it leads to
 * @param upstream what leads to it
 */
@OWLClass(iri = Ns.SCHEMA + "CreativeWork")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record UnfoldingAnswer(
    @OWLObjectProperty(iri = Ns.SCHEMA + "about") ThingAnswer thing,
    int depth,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) @OWLDataProperty(iri = Ns.SCHEMA + "version")
        long commit,
    Optional<String> refreshed,
    Optional<Long> askedAt,
    @OWLObjectProperty(iri = Ns.AS + "result") Branches downstream,
    @OWLObjectProperty(iri = Ns.AS + "origin") Branches upstream) {
  /**
   * The answer that gives an unfolding.
   *
   * @param asOf the state it was read at
   * @param askedAt the commit that was asked for, if the graph has moved on since
   */
  public static UnfoldingAnswer of(Unfolding unfolding, AsOf asOf, Optional<Long> askedAt) {
    return new UnfoldingAnswer(
        ThingAnswer.of(unfolding.thing()),
        unfolding.depth(),
        asOf.commit().orElse(0L),
        asOf.refreshed().map(Instant::toString),
        askedAt,
        Branches.of(unfolding.downstream()),
        Branches.of(unfolding.upstream()));
  }

  /**
   * What is one step away from a thing on one side.
   *
   * @param count how many things that are
   * @param shown those that are shown: the rest is too many
   */
  @OWLClass(iri = Ns.SCHEMA + "ItemList")
  public record Branches(
      @OWLDataProperty(iri = Ns.SCHEMA + "numberOfItems") int count,
      @OWLObjectProperty(iri = Ns.SCHEMA + "itemListElement") List<Branch> shown) {
    private static Branches of(Unfolding.Branches branches) {
      return new Branches(branches.count(), branches.shown().stream().map(Branch::of).toList());
    }
  }

  /**
   * One thing on the tree.
   *
   * @param step what joins it to the thing before
   * @param shownBefore whether it stands elsewhere on the tree already, where its branches are
   * @param hub whether it is a hub, whose branches are counted but not shown
   * @param branches what is one step further
   */
  @OWLClass(iri = Ns.SCHEMA + "ListItem")
  public record Branch(
      @OWLObjectProperty(iri = Ns.SCHEMA + "item") StepAnswer step,
      boolean shownBefore,
      boolean hub,
      @OWLObjectProperty(iri = Ns.SCHEMA + "hasPart") Branches branches) {
    private static Branch of(Unfolding.Branch branch) {
      return new Branch(
          StepAnswer.of(branch.step()),
          branch.shownBefore(),
          branch.hub(),
          Branches.of(branch.branches()));
    }
  }
}
