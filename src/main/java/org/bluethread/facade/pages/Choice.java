package org.bluethread.facade.pages;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.bluethread.facade.pages.ThingPage.Term;

/**
 * An address with other values.
 *
 * @param parameter the parameter of the address
 * @param value its value there
 * @param label what it stands for
 * @param count how many rows are left with it
 * @param share how many that are of a hundred, of the most that any value of the facet leaves
 * @param isChosen whether it is the present one
 * @param href where it is chosen; where it is taken back, if it is the present one
 */
public record Choice(
    String parameter,
    String value,
    Term label,
    long count,
    @JsonIgnore int share,
    boolean isChosen,
    String href) {
  /** The key of the words for what is chosen by. */
  String key() {
    return "plan.facet." + parameter;
  }
}
