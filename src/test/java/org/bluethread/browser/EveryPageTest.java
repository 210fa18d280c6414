package org.bluethread.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page, in a real browser, over what the project ships: accessible at WCAG 2.2 AA in both
 * colour schemes, from this host alone, without a word in the console, and not wider than a phone.
 */
class EveryPageTest extends OverWhatIsShipped {
  /** A page of each kind, as its address without the leading slash. */
  static final List<String> PAGES =
      List.of(
          "",
          "search?q=deep-sea",
          "trace",
          "trace?from=X%2F29&to=OBIS",
          "trace?from=X%2F29",
          "trace?from=X%2F29&to=X%2F29",
          "queries",
          "queries/outputs-by-organ?organ=finance-committee",
          "queries/outputs-per-organ-and-role",
          "queries/calendar-of-a-year?year=20x",
          "sparql",
          "catalog",
          "ontology.html",
          "shapes.html",
          "classes/Meeting",
          "id/target/aichi/11.html",
          "id/organ/isa/finance-committee.html",
          "id/place/isa/clarion-clipperton-zone.html",
          "graph/unattributed.html",
          "plan",
          "coverage",
          "submit",
          "changes",
          "changes/1",
          "feed",
          "federation",
          "about",
          "problem/which-graph",
          "nothing-here");

  /** Of hundreds of terms, shapes or statements on one page, so many are looked at closely. */
  private static final String FEWER_OF_A_KIND =
      """
      document.querySelectorAll(
        'section.part:nth-of-type(n+15), section.changed:nth-of-type(n+15),'
        + ' section.changed li:nth-of-type(n+4), li:nth-of-type(n+40),'
        + ' section.direction:nth-of-type(n+4)').forEach(one => one.remove())
      """;

  /**
   * The colours in which the pages of a language are looked at closely. Pages have one structure,
   * which English ones show from left to right and Arabic ones from right to left.
   */
  private static final Map<String, ColorScheme> COLOURS =
      Map.of("en", ColorScheme.LIGHT, "ar", ColorScheme.DARK);

  static Stream<Arguments> pages() {
    return PAGES.stream()
        .flatMap(page -> Stream.of("en", "zh", "ar").map(language -> Arguments.of(page, language)));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void isAccessibleQuietAndNarrow(String page, String language) {
    try (BrowserContext window =
        browser.window(new NewContextOptions().setViewportSize(390, 844))) {
      Page tab = window.newPage();
      List<String> noise = new ArrayList<>();
      tab.onConsoleMessage(message -> noise.add(message.text()));
      tab.onPageError(noise::add);
      List<String> abroad = new ArrayList<>();
      String here = server.address("").toString();
      tab.onRequest(
          request -> {
            if (!request.url().startsWith(here)) {
              abroad.add(request.url());
            }
          });
      tab.navigate(here + page + (page.contains("?") ? "&" : "?") + "lang=" + language);
      assertThat(tab.locator("html").getAttribute("lang")).isEqualTo(language);
      assertThat(abroad).isEmpty();
      assertThat(noise).filteredOn(word -> !word.matches(".* a status of 40[04] .*")).isEmpty();
      assertThat((int) tab.evaluate("document.documentElement.scrollWidth"))
          .as("width")
          .isLessThanOrEqualTo(390);
      if (COLOURS.containsKey(language)) {
        isAccessible(tab, COLOURS.get(language));
      }
    }
  }

  private static void isAccessible(Page tab, ColorScheme colours) {
    tab.evaluate(FEWER_OF_A_KIND);
    tab.emulateMedia(new EmulateMediaOptions().setColorScheme(colours));
    assertThat(tab.evaluate("getComputedStyle(document.body).backgroundColor"))
        .as("the scheme")
        .isEqualTo(colours == ColorScheme.DARK ? "rgb(16, 23, 27)" : "rgb(255, 255, 255)");
    assertThat(findings(axe(tab).withTags(WCAG))).isEmpty();
  }

  /** Without frames on the page, nothing needs a second window to be put together in. */
  @SuppressWarnings("deprecation")
  private static AxeBuilder axe(Page tab) {
    return new AxeBuilder(tab).setLegacyMode(true);
  }

  private static List<String> findings(AxeBuilder axe) {
    return axe.analyze().getViolations().stream().map(EveryPageTest::described).toList();
  }

  private static String described(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getNodes().stream()
            .limit(3)
            .map(node -> node.getHtml() + " " + node.getFailureSummary())
            .toList();
  }
}
