package org.bluethread.facade.pages;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.bluethread.facade.words.Words;
import org.bluethread.graph.Commit;

/**
 * An entry of the commit log for reading.
 *
 * @param number its number
 * @param instant when it was made, as machines read it
 * @param time when it was made, in the reader's language, in Coordinated Universal Time
 * @param author who made it
 * @param door where it came in, in words if they are known
 * @param message what its author says; often empty
 * @param verdict what the gate said, in words
 * @param added how many statements came
 * @param removed how many went
 */
public record CommitLine(
    long number,
    String instant,
    String time,
    String author,
    String door,
    String message,
    String verdict,
    long added,
    long removed) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT);

  /** An entry in a language. */
  static CommitLine of(Commit commit, String language) {
    Words words = new Words(language);
    return new CommitLine(
        commit.number(),
        commit.time().toString(),
        time(commit.time(), language),
        commit.author(),
        words.optional("changes.door." + commit.door()).orElse(commit.door()),
        commit.message(),
        verdict(commit.verdict(), words),
        commit.added(),
        commit.removed());
  }

  /** A time with the digits of the documents' codes, as all figures have them. */
  static String time(Instant time, String language) {
    Locale locale =
        new Locale.Builder().setLanguage(language).setUnicodeLocaleKeyword("nu", "latn").build();
    return TIME.localizedBy(locale).format(time.atOffset(ZoneOffset.UTC)) + " UTC";
  }

  private static String verdict(String verdict, Words words) {
    if (verdict.equals("conforms")) {
      return words.text("changes.conforms");
    }
    String number = verdict.replaceFirst(" .*", "");
    return number.matches("[0-9]{1,9}")
        ? words.text("changes.warnings", Integer.parseInt(number))
        : verdict;
  }
}
