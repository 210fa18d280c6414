package org.bluethread.facade;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.bluethread.facade.pages.TracePage;
import org.bluethread.facade.traces.TraceWords;
import org.bluethread.vocabulary.Addresses;

/**
 * Says that names do not decide, as a problem document with the candidates.
 *
 * @param type the kind of problem
 * @param title the kind in a few words
 * @param status the HTTP status: 404 if nothing is called so, 300 if several things are
 * @param detail what is wrong, in the asked language
 * @param remedy how to mend it
 * @param names the names that do not decide
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "remedy", "names"})
record Undecided(
    String type, String title, int status, String detail, String remedy, List<Name> names) {
  /**
   * A name.
   *
   * @param parameter where it stands in the address
   * @param text the name
   * @param candidates what it may mean
   */
  record Name(String parameter, String text, List<TracePage.Candidate> candidates) {}

  static Undecided of(List<NamedThings.Name> names, TraceWords words, boolean unknown) {
    return new Undecided(
        Addresses.BASE + "problem/" + (unknown ? "unknown-thing" : "ambiguous-name"),
        unknown ? "No such thing" : "Several things are called so",
        unknown ? 404 : 300,
        String.join(
            " ",
            names.stream()
                .map(name -> words.undecided(name.text(), name.candidates().isEmpty()))
                .toList()),
        unknown
            ? "Look it up with /search, or write its code or IRI."
            : "Use the IRI or the code of one of the candidates.",
        names.stream()
            .map(name -> new Name(name.parameter(), name.text(), name.candidates()))
            .toList());
  }
}
