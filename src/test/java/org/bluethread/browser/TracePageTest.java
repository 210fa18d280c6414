package org.bluethread.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A trace as its readers see it: a picture to go on from, to keep and to hand on, in a language of
 * the United Nations, with scripts and without.
 */
class TracePageTest extends OverWhatIsShipped {
  private static final String MAPPED = "trace?from=AICHI-TARGET-11&to=isa:1.1.1-1";
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh", "ar"})
  void thePictureLeadsToItsThingsAndItsTextsStayInTheirBoxes(String language) {
    try (BrowserContext window = browser.window(new NewContextOptions())) {
      Page tab = window.newPage();
      List<String> noise = noise(tab);
      tab.navigate(address(MAPPED + "&lang=" + language));
      Locator picture = picture(tab);
      assertThat(picture).isVisible();
      assertThat(picture.locator(".mapped")).not().hasCount(0);
      assertThat(new AxeBuilder(tab).analyze().getViolations()).isEmpty();
      assertThat(tab.evaluate(TEXTS_OUT_OF_PLACE)).isEqualTo(List.of());
      assertThat(noise).isEmpty();

      Locator end = picture.locator("a.end").first();
      end.focus();
      end.press("Enter");
      tab.waitForURL("**/id/target/aichi/11**");
      assertThat(tab.locator("html")).hasAttribute("lang", language);
    }
  }

  @Test
  void namesOfWideLettersStayInTheirBoxesToo() {
    try (TestServer wide = TestServer.start();
        BrowserContext window = browser.window(new NewContextOptions())) {
      wide.write(
          """
          PREFIX bt: <https://w3id.org/bluethread/ontology#>
          PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
          PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
          PREFIX : <https://w3id.org/bluethread/id/>
          GRAPH :g {
            bt:leads rdfs:subPropertyOf bt:link ; rdfs:label "WIDE WITH MANY WORDS MMM"@en .
            :one skos:prefLabel "WWWWW"@en ; bt:leads :other .
            :other skos:prefLabel "海MwМШЩЮ"@en .
          }
          """
              .replace("WWWWW", "W".repeat(10_000))
              .replace("海MwМШЩЮ", "海MwМШЩЮ".repeat(20)));
      Page tab = window.newPage();
      String things = "https://w3id.org/bluethread/id/";
      tab.navigate(wide.address("trace?from=" + things + "one&to=" + things + "other").toString());
      assertThat(picture(tab).locator("a")).hasCount(2);
      assertThat(tab.evaluate(TEXTS_OUT_OF_PLACE)).isEqualTo(List.of());
    }
  }

  /** Texts that reach out of their box, or labels that lie on each other. */
  private static final String TEXTS_OUT_OF_PLACE =
      """
      () => {
        const place = (element) => element.getBoundingClientRect();
        const picture = document.querySelector('.scroll .paths');
        const out = [];
        for (const link of picture.querySelectorAll('a')) {
          const box = place(link.querySelector('rect'));
          for (const text of link.querySelectorAll('text')) {
            const at = place(text);
            if (at.left < box.left || at.right > box.right
                || at.top < box.top || at.bottom > box.bottom) {
              out.push(text.textContent);
            }
          }
        }
        const labels = [...picture.querySelectorAll('.step text, .level')];
        labels.forEach((one, i) => labels.slice(i + 1).forEach((other) => {
          const [a, b] = [place(one), place(other)];
          const apart = a.right <= b.left || b.right <= a.left
              || a.bottom <= b.top + 3 || b.bottom <= a.top + 3;
          if (!apart && one.parentNode !== other.parentNode) {
            out.push(one.textContent + ' / ' + other.textContent);
          }
        }));
        return out;
      }
      """;

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh", "ar"})
  void thePictureIsKeptAsPngOfTwiceItsSize(String language) throws IOException {
    try (BrowserContext window =
        browser.window(new NewContextOptions().setViewportSize(390, 844))) {
      Page tab = window.newPage();
      List<String> noise = noise(tab);
      tab.navigate(address(MAPPED + "&paths=2&lang=" + language));
      assertThat((int) tab.evaluate("document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(390);
      int width = Integer.parseInt(picture(tab).getAttribute("width"));

      Download download = tab.waitForDownload(() -> tab.locator("#png").click());

      assertThat(download.suggestedFilename()).isEqualTo("trace.png");
      byte[] bytes;
      try (InputStream in = download.createReadStream()) {
        bytes = in.readAllBytes();
      }
      assertThat(bytes).startsWith(PNG).hasSizeGreaterThan(10_000);
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
      assertThat(image.getWidth()).isEqualTo(2 * width);
      assertThat(image.getRGB(0, 0)).as("white paper").isEqualTo(0xFFFFFFFF);
      assertThat(image.getRGB(0, 0) == image.getRGB(2 * width - 1, 0)).isTrue();
      assertThat(colours(image)).as("more than paper").isGreaterThan(20);
      assertThat(noise).isEmpty();
    }
  }

  private static long colours(BufferedImage image) {
    return Arrays.stream(
            image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
        .distinct()
        .count();
  }

  @Test
  void thePermanentAddressIsCopiedAndLeadsToTheSameAnswer() {
    NewContextOptions options =
        new NewContextOptions().setPermissions(List.of("clipboard-read", "clipboard-write"));
    try (BrowserContext window = browser.window(options)) {
      Page tab = window.newPage();
      List<String> noise = noise(tab);
      tab.navigate(address(MAPPED + "&lang=en"));
      int steps = picture(tab).locator(".step").count();
      tab.locator("#copy").click();
      assertThat(tab.locator("#copied")).hasText("The address is copied.");
      String copied = (String) tab.evaluate("navigator.clipboard.readText()");
      assertThat(copied).startsWith(address("trace?from=")).endsWith("&at=1");
      assertThat(tab.locator("#address")).hasValue(copied);
      tab.navigate(copied);
      assertThat(picture(tab).locator(".step")).hasCount(steps);
      assertThat(noise).isEmpty();
    }
  }

  @Test
  void theAddressIsHandedToTheSystemWhereItCanBe() {
    try (BrowserContext window = browser.window(new NewContextOptions())) {
      Page tab = window.newPage();
      tab.navigate(address(MAPPED + "&lang=en"));
      boolean can = (boolean) tab.evaluate("'share' in navigator");
      assertThat(tab.locator("#share").isVisible()).isEqualTo(can);
    }
  }

  @Test
  void withoutScriptsThereAreThePictureAndTheAddressAndNoButtons() {
    NewContextOptions plain = new NewContextOptions().setJavaScriptEnabled(false);
    try (BrowserContext window = browser.window(plain)) {
      Page tab = window.newPage();
      tab.navigate(address(MAPPED + "&lang=en"));
      assertThat(picture(tab)).isVisible();
      assertThat(tab.locator("#address")).hasValue(Pattern.compile("/trace\\?from=.*&at=1"));
      assertThat(tab.locator("#png")).isHidden();
      assertThat(tab.locator("#copy")).isHidden();
      assertThat(tab.locator("#share")).isHidden();
      tab.locator("a#svg").click();
      tab.waitForURL("**format=svg**");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh", "ar"})
  void theStartPageLeadsToTracesWithPictures(String language) {
    try (BrowserContext window = browser.window(new NewContextOptions())) {
      Page tab = window.newPage();
      tab.navigate(address("?lang=" + language));
      tab.locator(".pairs a").first().click();
      tab.waitForURL("**/trace?from=**");
      assertThat(tab.locator("html")).hasAttribute("lang", language);
      assertThat(picture(tab)).isVisible();
    }
  }

  private static Locator picture(Page tab) {
    return tab.locator(".scroll .paths");
  }

  private static List<String> noise(Page tab) {
    List<String> noise = new ArrayList<>();
    tab.onConsoleMessage(message -> noise.add(message.text()));
    tab.onPageError(noise::add);
    return noise;
  }
}
