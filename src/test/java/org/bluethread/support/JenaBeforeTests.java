package org.bluethread.support;

import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lets Jena initialise itself before the first test, as the program does before its first command.
 * Two classes of tests that each begin with another class of Jena's would wait for each other for
 * ever.
 */
public final class JenaBeforeTests implements BeforeAllCallback {
  @Override
  public void beforeAll(ExtensionContext context) {
    JenaSystem.init();
  }
}
