package org.bluethread.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What scrolls on a screen is whole on paper. */
final class PrintTest extends OverWhatIsShipped {
  /** What a sheet of A4 has between margins of a centimetre, in pixels of CSS. */
  private static final int SHEET = 718;

  @ParameterizedTest
  @CsvSource({
    "trace?from=X%2F29&to=OBIS, en",
    "trace?from=X%2F29&to=OBIS, ar",
    "coverage?by=document, en",
    "coverage?by=organ, en",
    "coverage?by=organ, ar",
    "queries/outputs-by-organ?organ=finance-committee, en",
    "queries/thing-across-documents?thing=DeepData, en",
    "catalog?, en",
    "plan?, ar",
  })
  void aPageIsNotWiderThanASheet(String page, String language) {
    try (BrowserContext window =
        browser.window(new NewContextOptions().setViewportSize(SHEET, 1000))) {
      Page tab = window.newPage();
      tab.emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));
      tab.navigate(address(page + "&lang=" + language));
      assertThat(tab.locator(".languages").isVisible())
          .as("what cannot be used on paper")
          .isFalse();
      assertThat((int) tab.evaluate("document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(SHEET);
      assertThat(
              tab.locator(".scroll").all().stream()
                  .allMatch(
                      part -> (boolean) part.evaluate("one => one.scrollWidth <= one.clientWidth")))
          .as("nothing is left to scroll to")
          .isTrue();
    }
  }
}
