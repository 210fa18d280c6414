package org.bluethread.lookup;

import java.util.Objects;

/**
 * One name of a thing.
 *
 * @param text the name as it is to be shown and found
 * @param language its BCP 47 tag in any case ({@code zh}, {@code zh-Hans}), or empty when it has
 *     none
 * @param preferred whether it is the name to show ({@code skos:prefLabel}) rather than another one
 *     ({@code skos:altLabel})
 */
public record Label(String text, String language, boolean preferred) {

  /** Takes all three; none may be null. */
  public Label {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(language, "language");
  }
}
