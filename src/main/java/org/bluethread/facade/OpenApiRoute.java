package org.bluethread.facade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bluethread.facade.openapi.OpenApi;
import org.bluethread.facade.openapi.Operation;
import org.bluethread.graph.Sha256;
import org.bluethread.query.Shelf;

/**
 * {@code /openapi.json}: the routes and the named queries for programs. It is made once, as it
 * depends on the program and the shelf alone.
 */
final class OpenApiRoute {
  private final byte[] document;
  private final String tag;

  OpenApiRoute(Shelf shelf, String build) {
    List<Operation> operations =
        Stream.concat(
                shelf.queries().stream().map(QueryDescriptions::of),
                RouteDescriptions.all().stream())
            .toList();
    try {
      this.document =
          new ObjectMapper()
              .enable(SerializationFeature.INDENT_OUTPUT)
              .writeValueAsString(OpenApi.of(build, operations))
              .getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // Never: it is made of texts and numbers.
    }
    this.tag = '"' + Sha256.hex(document).substring(0, 16) + '"';
  }

  void register(RoutesConfig routes) {
    Reading.route(routes, "/openapi.json", this::answer);
  }

  private void answer(Context ctx) {
    MediaTypes.negotiate(ctx, List.of(MediaTypes.JSON));
    ctx.header("Vary", Vary.FORMAT);
    ctx.header("ETag", tag);
    ctx.header("Cache-Control", "no-cache");
    if (isKnown(ctx.header("If-None-Match"))) {
      ctx.status(304);
      return;
    }
    ctx.result(document);
    ctx.contentType(MediaTypes.JSON);
  }

  private boolean isKnown(String tags) {
    return tags != null
        && Arrays.stream(tags.split(",", -1))
            .map(String::strip)
            .anyMatch(one -> one.equals("*") || one.replaceFirst("^W/", "").equals(tag));
  }
}
