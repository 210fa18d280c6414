package org.bluethread.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.bluethread.support.Browser;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a data steward does: checks statements, reads what is wrong, mends it, and sends it. */
@Execution(ExecutionMode.SAME_THREAD) // There is one browser, for one test at a time.
class StewardTest {
  private static final String SHAPES =
      """
      PREFIX ex: <http://example.org/>
      PREFIX sh: <http://www.w3.org/ns/shacl#>
      GRAPH <https://w3id.org/bluethread/graph/shapes> {
        ex:Shape a sh:NodeShape ; sh:targetClass ex:Thing ; sh:property ex:named .
        ex:named sh:path ex:name ; sh:minCount 1 ; sh:message "Give it a name."@en , "请命名。"@zh }
      """;

  /** Lets a file fall on the field for text, and tells whether the browser would go and open it. */
  private static final String DROP =
      """
      text => {
        const files = new DataTransfer();
        files.items.add(new File([text], 'c.ttl', { type: 'text/turtle' }));
        return document.getElementById('text').dispatchEvent(
          new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
      }
      """;

  private static Browser browser;

  @BeforeAll
  static void start() {
    browser = Browser.shared();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh", "ar"})
  void whatIsRefusedIsMendedAndSentAndSeenAmongTheChanges(String language) {
    try (TestServer server = TestServer.start();
        BrowserContext window = browser.window(new NewContextOptions())) {
      server.write(SHAPES);
      Page tab = window.newPage();
      tab.navigate(server.address("submit?lang=" + language).toString());
      tab.locator("#text").fill("@prefix ex: <http://example.org/> .\nex:a a ex:Thing .");
      tab.locator("#graph").fill("http://example.org/g");
      tab.locator("button[value=check]").click();
      assertThat(tab.locator("html")).hasAttribute("lang", language);
      assertThat(tab.locator("#L2.fault")).containsText("ex:a a ex:Thing");
      assertThat(tab.locator("main"))
          .containsText(language.equals("zh") ? "请命名。" : "Give it a name.");
      assertThat(new AxeBuilder(tab).analyze().getViolations()).isEmpty();

      tab.locator("#text")
          .fill(tab.locator("#text").inputValue() + "\nex:a ex:name \"<b>A</b>\" .");
      tab.locator("button[value=check]").click();
      assertThat(tab.locator("main")).not().containsText("ex:name).");
      assertThat(tab.locator(".fault")).hasCount(0);

      tab.locator("#token").fill(TestServer.TOKEN);
      tab.locator("button[value=send]").click();
      assertThat(tab.locator(".verdict.yes")).isVisible();
      assertThat(tab.content()).doesNotContain(TestServer.TOKEN);
      tab.locator(".verdict a").first().click();
      tab.waitForURL(Pattern.compile(".*/changes/2\\?lang=" + language));
      assertThat(tab.locator("main")).containsText("<b>A</b>");
      assertThat(new AxeBuilder(tab).analyze().getViolations()).isEmpty();
    }
  }

  @Test
  void aFileIsCheckedAndStandsInTheFieldAfterwards() {
    try (TestServer server = TestServer.start();
        BrowserContext window = browser.window(new NewContextOptions())) {
      server.write(SHAPES);
      Page tab = window.newPage();
      tab.navigate(server.address("submit").toString());
      String turtle = "@prefix ex: <http://example.org/> .\nex:b a ex:Thing .\n";
      tab.locator("#file")
          .setInputFiles(
              new FilePayload("b.ttl", "text/turtle", turtle.getBytes(StandardCharsets.UTF_8)));
      tab.locator("#graph").fill("http://example.org/g");
      tab.locator("button[value=check]").click();
      assertThat(tab.locator("#L2.fault")).containsText("ex:b");
      assertThat(tab.locator("#text")).hasValue(turtle);
    }
  }

  @Test
  void aFileMayBeLetFallOnTheText() {
    try (TestServer server = TestServer.start();
        BrowserContext window = browser.window(new NewContextOptions())) {
      server.write(SHAPES);
      Page tab = window.newPage();
      tab.navigate(server.address("submit").toString());
      assertThat(
              (boolean)
                  tab.evaluate(DROP, "@prefix ex: <http://example.org/> .\nex:c a ex:Thing ."))
          .as("what the browser does itself with a file")
          .isFalse();
      tab.locator("#graph").fill("http://example.org/g");
      tab.locator("button[value=check]").click();
      assertThat(tab.locator("#L2.fault")).containsText("ex:c");
    }
  }
}
