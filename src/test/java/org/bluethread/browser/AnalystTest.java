package org.bluethread.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a policy analyst does: looks something up, reads what it is and where that stands, and
 * traces a decision, in a language of the United Nations, with the keyboard, with scripts and
 * without.
 */
class AnalystTest extends OverWhatIsShipped {
  private static final String TARGET = "/id/target/aichi/11";

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh", "ar"})
  void whoTypesACodeIsLedToTheThingAndToTheParagraphBehindAStatement(String language) {
    try (BrowserContext window = browser.window(new NewContextOptions())) {
      Page tab = window.newPage();
      tab.navigate(address("?lang=" + language));
      box(tab).pressSequentially("aichi 11");
      Locator suggestion = options(tab).first();
      assertThat(suggestion).containsText("AICHI-TARGET-11");
      String name = suggestion.locator("bdi").textContent();
      assertThat(new AxeBuilder(tab).analyze().getViolations()).isEmpty();

      box(tab).press("ArrowDown");
      assertThat(suggestion).hasAttribute("aria-selected", "true");
      box(tab).press("Enter");
      tab.waitForURL("**" + TARGET + "**");
      assertThat(tab.url()).endsWith("lang=" + language);
      assertThat(tab.locator("h1")).containsText(name);
      assertThat(tab.locator("cite").first()).containsText("https://w3id.org/bluethread" + TARGET);

      assertThat(tab.locator("details").first().locator("dl")).isHidden();
      assertThat(tab.locator("svg.around a")).hasCount(12);
      assertThat(tab.locator(".tally").first()).hasText(Pattern.compile("[0-9٠-٩]+"));

      tab.locator(".origin a").first().click();
      tab.waitForURL("**/id/document/**");
      assertThat(tab.locator("html")).hasAttribute("lang", language);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh", "ar"})
  void aDecisionIsTracedToADatasetStepByStep(String language) {
    try (BrowserContext window = browser.window(new NewContextOptions())) {
      Page tab = window.newPage();
      tab.navigate(address("trace?lang=" + language));
      tab.locator("input[name=from]").fill("X/29");
      tab.locator("input[name=to]").fill("OBIS");
      tab.locator("main button[type=submit]").first().click();
      tab.waitForURL("**from=X%2F29**");
      assertThat(tab.locator("html")).hasAttribute("lang", language);
      assertThat(tab.locator(".steps > li").first()).isVisible();
      assertThat(tab.locator(".steps .sources a").first())
          .hasAttribute("href", Pattern.compile("/id/document/.*"));
    }
  }

  @Test
  void whoFindsAnErrorIsToldWhatToDoAboutIt() {
    try (BrowserContext window = browser.window(new NewContextOptions())) {
      Page tab = window.newPage();
      tab.navigate(address("id/target/aichi/11.html"));
      tab.locator("a[href*='/about#']").click();
      tab.waitForURL("**/about#*");
      assertThat(tab.locator(":target")).isVisible();
    }
  }

  @Test
  void theBoxSearchesWithoutScripts() {
    NewContextOptions plain = new NewContextOptions().setJavaScriptEnabled(false);
    try (BrowserContext window = browser.window(plain)) {
      Page tab = window.newPage();
      tab.navigate(address(""));
      box(tab).fill("aichi 11");
      box(tab).press("Enter");
      tab.waitForURL("**/search?q=aichi+11");
      tab.locator(".hits a").first().click();
      tab.waitForURL("**" + TARGET + "**");
    }
  }

  @Test
  void suggestionsGoAwayWithEscapeAndWithTheTextAndTakeNothing() {
    try (BrowserContext window = browser.window(new NewContextOptions())) {
      Page tab = window.newPage();
      tab.navigate(address(""));
      box(tab).pressSequentially("oceans");
      assertThat(options(tab).first()).isVisible();
      box(tab).press("Escape");
      assertThat(options(tab)).hasCount(0);
      assertThat(box(tab)).hasAttribute("aria-expanded", "false");
      assertThat(box(tab)).hasValue("oceans");
      box(tab).press("ArrowDown");
      assertThat(options(tab).first()).isVisible();
      box(tab).fill("");
      assertThat(options(tab)).hasCount(0);
    }
  }

  @Test
  void aSuggestionIsTakenWithThePointer() {
    try (BrowserContext window = browser.window(new NewContextOptions())) {
      Page tab = window.newPage();
      tab.navigate(address(""));
      box(tab).pressSequentially("aichi 11");
      options(tab).first().click();
      tab.waitForURL("**" + TARGET + ".html");
    }
  }

  @Test
  void namesAreTextsWhateverIsInThem() {
    try (TestServer hostile = TestServer.start();
        BrowserContext window = browser.window(new NewContextOptions())) {
      hostile.write(
          """
          PREFIX bt: <https://w3id.org/bluethread/ontology#>
          PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
          GRAPH <http://example.org/g> { <https://w3id.org/bluethread/id/topic/x%22onx> a bt:Topic ;
            skos:prefLabel "trap <script>alert(1)</script><img src=x onerror=alert(2)>"@en }
          """);
      Page tab = window.newPage();
      List<String> noise = new ArrayList<>();
      tab.onDialog(dialog -> noise.add(dialog.message()));
      tab.onConsoleMessage(message -> noise.add(message.text()));
      tab.navigate(hostile.address("").toString());
      box(tab).pressSequentially("trap");
      assertThat(options(tab).first()).containsText("<script>alert(1)</script><img");
      options(tab).first().click();
      tab.waitForURL("**/id/topic/**");
      assertThat(tab.locator("h1")).containsText("<script>alert(1)</script><img");
      assertThat(noise).isEmpty();
    }
  }

  private static Locator box(Page tab) {
    return tab.locator("#find");
  }

  /** The suggestions that can be seen. */
  private static Locator options(Page tab) {
    return tab.getByRole(AriaRole.OPTION);
  }
}
