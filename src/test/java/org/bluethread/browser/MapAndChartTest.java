package org.bluethread.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Maps and charts in a real browser: accessible at WCAG 2.2 AA in both colour schemes, not wider
 * than a phone, and drawn where they should be without any script.
 */
class MapAndChartTest extends OverWhatIsShipped {
  private static final String AREA = "id/area/isa/apei-01.html";
  private static final String ZONE = "id/place/isa/clarion-clipperton-zone.html";
  private static final String BARS = "queries/outputs-per-organ-and-role";

  static Stream<Arguments> pages() {
    return Stream.of(
        // English pages of the other kinds are among those of EveryPageTest.
        Arguments.of(ZONE, "zh"),
        Arguments.of(ZONE, "ar"),
        Arguments.of(AREA, "en"),
        Arguments.of("id/occurrence/isa/deepdata-0001.html", "en"),
        Arguments.of(BARS, "zh"),
        Arguments.of(BARS, "ar"),
        Arguments.of("queries/statistics-of-country?country=NZL", "en"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void isAccessibleAndNarrow(String page, String language) {
    try (BrowserContext window =
        browser.window(new NewContextOptions().setViewportSize(390, 844))) {
      Page tab = window.newPage();
      tab.navigate(address(page, language));
      assertThat(tab.locator("figure.map, figure.chart")).hasCount(1);
      assertThat((int) tab.evaluate("document.documentElement.scrollWidth"))
          .as("width")
          .isLessThanOrEqualTo(390);
      assertThat(new AxeBuilder(tab).withTags(WCAG).analyze().getViolations()).isEmpty();
      tab.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      assertThat(new AxeBuilder(tab).withRules(List.of("color-contrast")).analyze().getViolations())
          .isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 1280, 1920})
  void theLettersOfAMapKeepTheirSizeAndTheAreaIsInItsMiddle(int width) {
    try (BrowserContext window = plain(width)) {
      Page tab = window.newPage();
      tab.navigate(address(AREA, "en"));
      BoundingBox sheet = tab.locator(".sheet").boundingBox();
      assertThat(sheet.width / sheet.height).isBetween(1.95, 2.05);
      assertThat(tab.locator(".degrees text").first().boundingBox().height).isBetween(14.0, 26.0);
      BoundingBox area = tab.locator(".area").boundingBox();
      assertThat(area.x + area.width / 2).isCloseTo(sheet.x + sheet.width / 2, within(2));
      // As high as wide, as on the ground.
      assertThat(area.width / area.height).isBetween(0.9, 1.1);
    }
  }

  @Test
  void aPlaceOnAMapLeadsToItsPage() {
    try (BrowserContext window = plain(1280)) {
      Page tab = window.newPage();
      tab.navigate(address(ZONE, "zh"));
      Locator area = tab.locator(".sheet a[href*='/apei-03']");
      assertThat(area.locator("title")).containsText("APEI-03");
      area.click();
      tab.waitForURL("**/id/area/isa/apei-03.html?lang=zh");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void barsBeginWhereReadingBeginsAndAreAsLongAsTheirNumbers(String language) {
    try (BrowserContext window = plain(1280)) {
      Page tab = window.newPage();
      tab.navigate(address(BARS, language));
      Locator first = tab.locator(".bars li").first();
      BoundingBox room = first.locator("svg").boundingBox();
      BoundingBox bar = first.locator("rect").boundingBox();
      if (language.equals("ar")) {
        assertThat(bar.x + bar.width).isCloseTo(room.x + room.width, within(2));
      } else {
        assertThat(bar.x).isCloseTo(room.x, within(2));
      }
      double most =
          tab.locator(".bars .figure").allTextContents().stream()
              .mapToDouble(Double::parseDouble)
              .max()
              .orElseThrow();
      double number = Double.parseDouble(first.locator(".figure").textContent());
      assertThat(bar.width / room.width).isCloseTo(number / most, within(0.02));
    }
  }

  private static Offset<Double> within(double distance) {
    return Offset.offset(distance);
  }

  private static BrowserContext plain(int width) {
    return browser.window(
        new NewContextOptions().setJavaScriptEnabled(false).setViewportSize(width, 900));
  }

  private static String address(String path, String language) {
    return server.address(path + (path.contains("?") ? "&" : "?") + "lang=" + language).toString();
  }
}
