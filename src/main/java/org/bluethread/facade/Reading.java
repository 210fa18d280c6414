package org.bluethread.facade;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;

/** Registers a reading route: HEAD gives what GET gives, without the body. */
final class Reading {
  private Reading() {}

  static void route(RoutesConfig routes, String path, Handler handler) {
    routes.get(path, handler);
    routes.head(path, handler);
  }
}
