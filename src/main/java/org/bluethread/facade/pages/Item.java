package org.bluethread.facade.pages;

import org.bluethread.facade.pages.ThingPage.Term;

/**
 * A thing with its code.
 *
 * @param code its code; empty if it has none, or if its name begins with it
 * @param name its name
 */
public record Item(String code, Term name) {
  /** Code and name in one line. */
  String line() {
    return (code + " " + name.text()).strip();
  }
}
