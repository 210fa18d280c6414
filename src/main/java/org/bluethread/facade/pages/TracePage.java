package org.bluethread.facade.pages;

import java.util.List;
import java.util.Optional;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.traces.TracePicture;
import org.bluethread.facade.traces.TraceWords;
import org.bluethread.trace.Trace;
import org.bluethread.trace.Unfolding;

/**
 * A trace, or what is needed to ask for one.
 *
 * @param from what was named as the beginning; empty if nothing was
 * @param to what was named as the end; empty if nothing was
 * @param words what traces say
 * @param refusal what is wrong with what was asked, if anything
 * @param choices the names that do not decide, each with what it may mean
 * @param trace the paths; empty if they were not asked for
 * @param picture the paths as a picture; empty if there are none
 * @param unfolding what became of one thing; empty if it was not asked for
 * @param askedAt the commit that was asked for, if the graph has moved on since
 * @param commit the commit of the answer
 * @param address the permanent address of the answer; empty if there is none
 * @param formats the same answer in other formats
 */
public record TracePage(
    String from,
    String to,
    TraceWords words,
    Optional<Problem> refusal,
    List<Choice> choices,
    Optional<Trace> trace,
    Optional<TracePicture> picture,
    Optional<Unfolding> unfolding,
    Optional<Long> askedAt,
    long commit,
    String address,
    List<QueryPage.Link> formats) {
  /** Copies the lists. */
  public TracePage {
    choices = List.copyOf(choices);
    formats = List.copyOf(formats);
  }

  /**
   * A name that does not decide.
   *
   * @param name the name
   * @param candidates what it may mean; none if nothing is called so
   */
  public record Choice(String name, List<Candidate> candidates) {
    /** Copies the list. */
    public Choice {
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * What a name may mean.
   *
   * @param iri its identifier
   * @param label its name
   * @param language the language of the name
   * @param codes its codes
   * @param kind the name of its class
   * @param body whose it is; empty if the identifier does not say
   * @param href the same question with this thing in the place of the name
   */
  public record Candidate(
      String iri,
      String label,
      String language,
      List<String> codes,
      String kind,
      String body,
      String href) {
    /** Copies the list. */
    public Candidate {
      codes = List.copyOf(codes);
    }
  }
}
