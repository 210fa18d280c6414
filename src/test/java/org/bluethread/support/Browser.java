package org.bluethread.support;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Chromium, driven by Playwright. Without Chromium, Node or what npm installs, the tests that need
 * it are skipped, and the log says why. For one thread.
 */
public final class Browser {
  private static Browser shared;

  private final com.microsoft.playwright.Browser chromium;

  private Browser(com.microsoft.playwright.Browser chromium) {
    this.chromium = chromium;
  }

  /**
   * The browser that all tests share, each with windows of its own; it ends with the JVM. Ends the
   * test if there is none.
   */
  public static Browser shared() {
    if (shared == null) {
      shared = start();
    }
    return shared;
  }

  private static Browser start() {
    Tool chromium = Tool.chromium();
    Tool node = Tool.node();
    // Where Playwright for Java looks for its other half.
    System.setProperty("playwright.cli.dir", driver(Tool.npmPackage("playwright-core")).toString());
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_NODEJS_PATH", node.path().toString())));
    return new Browser(
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium.path())
                    .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage"))));
  }

  /** A folder as Playwright expects it: the package of npm is in it as {@code package}. */
  private static Path driver(Path npmPackage) {
    try {
      Path folder = Files.createTempDirectory("playwright");
      Files.createSymbolicLink(folder.resolve("package"), npmPackage);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A window of its own, without cookies of others. */
  public BrowserContext window(com.microsoft.playwright.Browser.NewContextOptions options) {
    return chromium.newContext(options);
  }
}
