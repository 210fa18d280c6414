package org.bluethread.vocabulary;

import java.util.List;

/** The official languages of the United Nations, in which everything here is to be had. */
public final class OfficialLanguages {
  /** Their tags, English first. */
  public static final List<String> ALL = List.of("en", "zh", "fr", "es", "ru", "ar");

  private OfficialLanguages() {}
}
