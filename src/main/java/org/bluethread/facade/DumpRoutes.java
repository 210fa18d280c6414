package org.bluethread.facade;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.facade.problem.ProblemKind;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Release;
import org.bluethread.publish.catalogue.Dump;
import org.bluethread.publish.catalogue.Dumps;

/**
 * {@code /dumps/{file}}: the files of releases, which never change, and beside each its checksum in
 * the form that {@code sha256sum -c} reads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9530">RFC 9530, digest fields</a>
 */
final class DumpRoutes {
  private static final String CHECKSUM = ".sha256";

  private final KnowledgeGraph graph;
  private final Dumps dumps;

  DumpRoutes(KnowledgeGraph graph, Dumps dumps) {
    this.graph = graph;
    this.dumps = dumps;
  }

  void register(RoutesConfig routes) {
    Reading.route(routes, "/dumps/{file}", this::answer);
  }

  private void answer(Context ctx) {
    String name = ctx.pathParam("file");
    boolean checksum = name.endsWith(CHECKSUM);
    Dump dump = find(checksum ? name.substring(0, name.length() - CHECKSUM.length()) : name);
    ctx.header("Cache-Control", Freshness.FOR_EVER);
    String tag = "\"" + dump.sha256() + (checksum ? "-sha256" : "") + "\"";
    ctx.header("ETag", tag);
    if (tag.equals(ctx.header("If-None-Match"))) {
      ctx.status(304);
    } else if (checksum) {
      ctx.contentType("text/plain");
      ctx.result(dump.sha256() + "  " + dump.name() + "\n");
    } else {
      send(ctx, dump, tag);
    }
  }

  private Dump find(String name) {
    return dumps
        .find(name)
        .or(() -> made(name))
        .orElseThrow(
            () -> new ProblemException(Problem.of(ProblemKind.NO_SUCH_DUMP, "dump.unknown", name)));
  }

  /** A file of the present release, which nobody has wanted yet. */
  private Optional<Dump> made(String name) {
    return graph.read(Release::fingerprint).stream()
        .flatMap(fingerprint -> dumps.of(fingerprint).stream())
        .filter(dump -> dump.name().equals(name))
        .findFirst();
  }

  private static void send(Context ctx, Dump dump, String tag) {
    ctx.contentType(Dump.COMPRESSION);
    ctx.header("Accept-Ranges", "bytes");
    ctx.header("Content-Disposition", "attachment; filename=\"" + dump.name() + "\"");
    byte[] digest = HexFormat.of().parseHex(dump.sha256());
    ctx.header("Repr-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":");
    String condition = ctx.header("If-Range");
    ByteRange part =
        Optional.ofNullable(ctx.header("Range"))
            .filter(range -> condition == null || condition.equals(tag))
            .flatMap(range -> ByteRange.of(range, dump.bytes()))
            .map(range -> partial(ctx, dump, range))
            .orElse(new ByteRange(0, dump.bytes() - 1));
    ctx.res().setContentLengthLong(part.length());
    try (InputStream in = Files.newInputStream(dump.file())) {
      in.skipNBytes(part.first());
      byte[] buffer = new byte[8192];
      for (long left = part.length(); left > 0; ) {
        int read = in.readNBytes(buffer, 0, (int) Math.min(left, buffer.length));
        ctx.res().getOutputStream().write(buffer, 0, read);
        left -= read;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ByteRange partial(Context ctx, Dump dump, ByteRange range) {
    if (!range.isSatisfiable()) {
      ctx.header("Content-Range", "bytes */" + dump.bytes());
      throw new ProblemException(Problem.of(ProblemKind.NO_SUCH_RANGE, "dump.range", dump.bytes()));
    }
    ctx.status(206);
    ctx.header("Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + dump.bytes());
    return range;
  }
}
