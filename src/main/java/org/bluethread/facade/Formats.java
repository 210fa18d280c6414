package org.bluethread.facade;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.facade.problem.ProblemKind;

/**
 * What an answer can be given as: asked for by name or media type in the address ({@code
 * ?format=csv}), or by the Accept header. Safe for threads.
 *
 * @param <F> what a format is to the route
 */
final class Formats<F> {
  private final Map<String, F> byName;
  private final Map<String, F> byType = new LinkedHashMap<>();
  private final List<String> types;

  /**
   * @param byName the formats, the one this server prefers first
   * @param mediaType the media type of one; where several have the same, it means the first
   */
  Formats(Map<String, F> byName, Function<F, String> mediaType) {
    this.byName = new LinkedHashMap<>(byName);
    byName.values().forEach(format -> byType.putIfAbsent(mediaType.apply(format), format));
    this.types = List.copyOf(byType.keySet());
  }

  /** The names, the preferred one first. */
  List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /** The media types, the preferred one first. */
  List<String> types() {
    return types;
  }

  /**
   * The format that a request wants.
   *
   * @throws ProblemException 400 or 406 with the list, if there is no such format
   */
  F wanted(Context ctx) {
    String name = ctx.queryParam("format");
    return name == null ? accepted(ctx) : named(name);
  }

  /**
   * The format that the Accept header wants most.
   *
   * @throws ProblemException 406 with the list, if it wants none of them
   */
  F accepted(Context ctx) {
    return byType.get(MediaTypes.negotiate(ctx, types));
  }

  /**
   * The format of a name or media type.
   *
   * @throws ProblemException 400 with the list, if there is no such format
   */
  F named(String name) {
    F format = byName.getOrDefault(name, byType.get(name));
    if (format == null) {
      throw new ProblemException(
          Problem.of(
              ProblemKind.UNKNOWN_FORMAT,
              "parameter.choice",
              "format",
              name,
              String.join(", ", byName.keySet())));
    }
    return format;
  }
}
