package org.bluethread.facade;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.facade.problem.ProblemKind;
import org.bluethread.vocabulary.OfficialLanguages;

/** The language of an answer: {@code ?lang=} in the address, else the Accept-Language header. */
final class Languages {
  /** The six languages of the United Nations, English first. */
  static final List<String> OFFERED = OfficialLanguages.ALL;

  private static final List<Locale> LOCALES = OFFERED.stream().map(Locale::of).toList();

  private Languages() {}

  /**
   * The language of the answer, one of {@link #OFFERED}.
   *
   * @throws ProblemException 400 if the address asks for another one
   */
  static String of(Context ctx) {
    String asked = ctx.queryParam("lang");
    if (asked != null) {
      String primary = Locale.forLanguageTag(asked).getLanguage();
      if (OFFERED.contains(primary)) {
        return primary;
      }
      throw new ProblemException(
          Problem.of(
              ProblemKind.UNKNOWN_LANGUAGE,
              "parameter.choice",
              "lang",
              asked,
              String.join(", ", OFFERED)));
    }
    return accepted(ctx);
  }

  /**
   * Like {@link #of}, but empty if neither the address nor a header asks for a language.
   *
   * @throws ProblemException 400 if the address asks for one that is not offered
   */
  static Optional<String> asked(Context ctx) {
    String accepted = ctx.header("Accept-Language");
    boolean none =
        ctx.queryParam("lang") == null
            && (accepted == null || accepted.isBlank() || accepted.strip().equals("*"));
    return none ? Optional.empty() : Optional.of(of(ctx));
  }

  /** Like {@link #of}, but overlooks a language in the address that is not offered. */
  static String closest(Context ctx) {
    String asked = ctx.queryParam("lang");
    String primary = asked == null ? "" : Locale.forLanguageTag(asked).getLanguage();
    return OFFERED.contains(primary) ? primary : accepted(ctx);
  }

  private static String accepted(Context ctx) {
    String accepted = ctx.header("Accept-Language");
    if (accepted == null) {
      return "en";
    }
    try {
      Locale best = Locale.lookup(Locale.LanguageRange.parse(accepted), LOCALES);
      return best == null ? "en" : best.getLanguage();
    } catch (IllegalArgumentException e) {
      return "en"; // A header that cannot be read says nothing about the reader's language.
    }
  }
}
