package org.bluethread.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a researcher does: takes a query from the shelf, fills it in, carries the table away,
 * changes the SPARQL behind it, and follows the result to a thing; with scripts and without.
 */
class ResearcherTest extends OverWhatIsShipped {
  @ParameterizedTest
  @ValueSource(strings = {"en", "zh", "ar"})
  void aQueryOfTheShelfIsFilledInCarriedAwayChangedAndFollowedToAThing(String language)
      throws IOException {
    try (BrowserContext window = browser.window(new NewContextOptions())) {
      Page tab = window.newPage();
      List<String> noise = new ArrayList<>();
      tab.onConsoleMessage(message -> noise.add(message.text()));
      tab.onPageError(noise::add);
      List<String> abroad = new ArrayList<>();
      tab.onRequest(
          request -> {
            if (!request.url().startsWith(address(""))) {
              abroad.add(request.url());
            }
          });
      tab.navigate(address("queries?lang=" + language));
      tab.locator("main a[href*='/queries/outputs-by-organ']").first().click();
      tab.locator("#field-organ").fill("finance-committee");
      tab.locator("main button[type=submit]").first().click();
      tab.waitForURL("**organ=finance-committee**");
      assertThat(tab.locator("main tbody tr").first()).isVisible();

      Download table =
          tab.waitForDownload(() -> tab.locator("main a[href*='format=csv']").first().click());
      assertThat(table.suggestedFilename()).isEqualTo("outputs-by-organ.csv");
      assertThat(Files.readString(table.path())).contains("https://w3id.org/bluethread/id/output/");

      tab.locator("main a[href*='/sparql?edit=']").click();
      assertThat(tab.locator("html")).hasAttribute("lang", language);
      assertThat(tab.locator("#plain")).isHidden();
      assertThat(editor(tab)).containsText("SELECT");
      run(tab);
      Locator thing = tab.locator("#editor a.iri[href*='/id/output/']").first();
      assertThat(thing).hasText(Pattern.compile("id:output/.*"));
      assertThat(thing).hasAttribute("href", Pattern.compile(".*[?]lang=" + language));
      Page page = window.waitForPage(thing::click);
      assertThat(page.locator("html")).hasAttribute("lang", language);
      assertThat(page.locator("h1")).isVisible();
      assertThat(noise).isEmpty();
      assertThat(abroad).isEmpty();
    }
  }

  @Test
  void anExampleRunsAsItStands() {
    try (BrowserContext window = browser.window(new NewContextOptions())) {
      Page tab = window.newPage();
      tab.navigate(address("sparql"));
      assertThat(editor(tab)).containsText("The documents, by their names in English");
      tab.locator("#example").selectOption("outputs-by-organ");
      tab.locator("form:has(#example) button").click();
      tab.waitForURL("**/sparql?example=outputs-by-organ");
      assertThat(tab.locator("#editor .tabsList .tab")).hasCount(2);
      assertThat(editor(tab)).containsText("finance-committee");
      run(tab);
      assertThat(tab.locator("#editor a.iri").first()).isVisible();

      tab.reload();
      assertThat(editor(tab)).containsText("finance-committee");
      assertThat(tab.locator("#editor .tabsList .tab")).hasCount(2);
    }
  }

  @Test
  void aLinkThatWasSharedOpensWhatItSays() {
    try (BrowserContext window = browser.window(new NewContextOptions())) {
      Page tab = window.newPage();
      tab.navigate(address("sparql?example=outputs-by-organ#query=ASK%20%7B%20%7D"));
      assertThat(editor(tab)).containsText("ASK { }");
    }
  }

  @Test
  void classesAndPropertiesAreCompletedFromTheGraph() {
    try (BrowserContext window = browser.window(new NewContextOptions())) {
      Page tab = window.newPage();
      tab.navigate(
          address(
              "sparql?edit=PREFIX%20bt:%20%3Chttps://w3id.org/bluethread/ontology%23%3E%0A"
                  + "SELECT%20*%20%7B%20?a%20a%20"));
      complete(tab, "bt:HighLevelA");
      assertThat(tab.locator(".CodeMirror-hint")).hasText("bt:HighLevelAction");
      tab.keyboard().press("Enter");
      tab.keyboard().type(" ; ");
      complete(tab, "bt:hasOutp");
      assertThat(tab.locator(".CodeMirror-hint")).hasText("bt:hasOutput");
      tab.keyboard().press("Enter");
      assertThat(editor(tab)).containsText("a bt:HighLevelAction ; bt:hasOutput");
    }
  }

  @Test
  void aMistakeIsSaidWithTheWayOut() {
    try (BrowserContext window = browser.window(new NewContextOptions())) {
      Page tab = window.newPage();
      tab.navigate(
          address("sparql?edit=SELECT%20*%20%7B%20SERVICE%20%3Chttp://example.org/%3E%7B%7D%7D"));
      run(tab);
      assertThat(tab.locator("#editor .errorResult")).containsText("SERVICE");
      assertThat(tab.locator("#editor .errorResult"))
          .containsText("Bring the data or the bindings with the request.");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"LIGHT", "DARK"})
  void answersInTheEditorAreAccessible(ColorScheme scheme) {
    NewContextOptions phone =
        new NewContextOptions().setViewportSize(390, 844).setColorScheme(scheme);
    try (BrowserContext window = browser.window(phone)) {
      Page tab = window.newPage();
      tab.navigate(address("sparql"));
      run(tab);
      assertThat(tab.locator("#editor a.iri").first()).isVisible();
      assertThat(new AxeBuilder(tab).withTags(WCAG).analyze().getViolations()).isEmpty();
      assertThat((int) tab.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
    }
  }

  @Test
  void theFormAsksWithoutScripts() {
    NewContextOptions plain = new NewContextOptions().setJavaScriptEnabled(false);
    try (BrowserContext window = browser.window(plain)) {
      Page tab = window.newPage();
      tab.navigate(address("sparql?example=outputs-by-organ"));
      assertThat(tab.locator("#query"))
          .hasValue(Pattern.compile(".*finance-committee.*", Pattern.DOTALL));
      tab.locator("#plain button").click();
      tab.waitForURL("**/sparql?query=**");
      assertThat(tab.locator("body")).containsText("\"bindings\"");
    }
  }

  private static void complete(Page tab, String typed) {
    editor(tab).click();
    tab.keyboard().press("Control+End");
    tab.keyboard().type(typed);
    tab.keyboard().press("Control+Space");
  }

  private static void run(Page tab) {
    tab.locator("#editor .yasqe_queryButton:visible").click();
  }

  /** The text in the tab that is open. */
  private static Locator editor(Page tab) {
    return tab.locator("#editor .yasqe .CodeMirror-code:visible");
  }
}
