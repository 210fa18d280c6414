package org.bluethread.facade.answers;

import com.fasterxml.jackson.annotation.JsonInclude;
import cz.cvut.kbss.jopa.model.annotations.Id;
import cz.cvut.kbss.jopa.model.annotations.OWLAnnotationProperty;
import cz.cvut.kbss.jopa.model.annotations.OWLClass;
import cz.cvut.kbss.jopa.model.annotations.OWLDataProperty;
import cz.cvut.kbss.jopa.model.annotations.OWLObjectProperty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bluethread.facade.traces.TraceWords;
import org.bluethread.trace.Trace;
import org.bluethread.vocabulary.Addresses;

/**
 * A trace.
 *
 * @param iri its identifier: the permanent address, below the canonical base
 * @param from where the paths begin
 * @param to where they end
 * @param hops the most steps a path was to have
 * @param most how many paths were wanted at the most
 * @param chained whether two mapped steps were allowed to follow each other
 * @param commit the commit it was found at; 0, which is left out, if none
 * @param refreshed when a store elsewhere was last read
 * @param askedAt the commit that was asked for, if the graph has moved on since
 * @param address the permanent address, below the server's
 * @param paths the best paths, best first
 * @param gap why there is no path
 * @param said the same in words, line by line
 */
@OWLClass(iri = Ns.SCHEMA + "ItemList")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record TraceAnswer(
    @Id String iri,
    @OWLObjectProperty(iri = Ns.AS + "origin") ThingAnswer from,
    @OWLObjectProperty(iri = Ns.AS + "target") ThingAnswer to,
    int hops,
    int most,
    boolean chained,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) @OWLDataProperty(iri = Ns.SCHEMA + "version")
        long commit,
    Optional<String> refreshed,
    Optional<Long> askedAt,
    String address,
    @OWLObjectProperty(iri = Ns.SCHEMA + "itemListElement") List<Way> paths,
    Optional<GapAnswer> gap,
    @OWLAnnotationProperty(iri = Ns.SCHEMA + "description") List<String> said) {
  /**
   * The answer that gives a trace.
   *
   * @param address the permanent address, without the host's part and its slash
   * @param asOf the state it was found at
   * @param askedAt the commit that was asked for, if the graph has moved on since
   * @param language the language of what is said
   */
  public static TraceAnswer of(
      Trace trace, String address, AsOf asOf, Optional<Long> askedAt, String language) {
    TraceWords words = new TraceWords(language);
    List<String> said =
        trace.gap().map(gap -> words.gap(trace, gap)).orElseGet(() -> List.of(words.claim()));
    return new TraceAnswer(
        Addresses.BASE + address,
        ThingAnswer.of(trace.from()),
        ThingAnswer.of(trace.to()),
        trace.hops(),
        trace.most(),
        trace.chained(),
        asOf.commit().orElse(0L),
        asOf.refreshed().map(Instant::toString),
        askedAt,
        "/" + address,
        trace.paths().stream().map(Way::of).toList(),
        trace.gap().map(GapAnswer::of),
        said);
  }

  /**
   * One path.
   *
   * @param throughHub whether a thing between its ends is a hub
   * @param mapped how many steps rest on a mapping alone
   * @param mentions how many steps rest on a mention alone
   * @param topical how many steps only say what something is about or for
   * @param steps its steps, from the beginning to the end
   */
  @OWLClass(iri = Ns.SCHEMA + "ItemList")
  public record Way(
      boolean throughHub,
      int mapped,
      int mentions,
      int topical,
      @OWLObjectProperty(iri = Ns.SCHEMA + "itemListElement") List<StepAnswer> steps) {
    private static Way of(Trace.Way way) {
      return new Way(
          way.throughHub(),
          way.mapped(),
          way.mentions(),
          way.topical(),
          way.steps().stream().map(StepAnswer::of).toList());
    }
  }
}
