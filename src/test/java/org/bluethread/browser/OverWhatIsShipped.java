package org.bluethread.browser;

import java.util.List;
import org.bluethread.support.Browser;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A browser, and a server of what the project ships, which its tests only read. There is one
 * browser, for one test at a time.
 */
@Execution(ExecutionMode.SAME_THREAD)
abstract class OverWhatIsShipped {
  /** The rules of axe-core that make up WCAG 2.2 AA. */
  static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  static TestServer server;
  static Browser browser;

  @BeforeAll
  static void start() {
    browser = Browser.shared();
    server = TestServer.shared();
  }

  /** Where a path without its leading slash is. */
  static String address(String path) {
    return server.address(path).toString();
  }
}
