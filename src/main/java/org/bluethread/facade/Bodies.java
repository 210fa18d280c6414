package org.bluethread.facade;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.jena.atlas.web.ContentType;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.facade.problem.ProblemKind;

/** Reads the body of a request, up to a limit. */
final class Bodies {
  private static final int MOST_BYTES_DISCARDED = 64 * 1024 * 1024;

  private final int mostBytes;

  /**
   * @param mostBytes how large a body may be
   */
  Bodies(int mostBytes) {
    this.mostBytes = mostBytes;
  }

  /**
   * The body.
   *
   * @throws ProblemException 413 if it is too large, 400 if it breaks off, 415 if it is compressed
   */
  byte[] read(Context ctx) {
    String encoding = ctx.header("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw new ProblemException(
          Problem.of(ProblemKind.UNSUPPORTED_ENCODING, "body.compressed", encoding));
    }
    try (InputStream in = ctx.req().getInputStream()) {
      if (ctx.req().getContentLengthLong() > mostBytes) {
        discard(in);
        throw tooLarge();
      }
      byte[] body = in.readNBytes(mostBytes + 1);
      if (body.length > mostBytes) {
        discard(in);
        throw tooLarge();
      }
      return body;
    } catch (IOException e) {
      throw new ProblemException(Problem.of(ProblemKind.BROKEN_BODY, "body.broken"));
    }
  }

  /**
   * The body as text.
   *
   * @throws ProblemException as {@link #read}, and 400 if it is not in UTF-8
   */
  String text(Context ctx) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(read(ctx))).toString();
    } catch (CharacterCodingException e) {
      throw new ProblemException(Problem.of(ProblemKind.BAD_ENCODING, "body.not-utf8"));
    }
  }

  /**
   * The media type of the body, without parameters.
   *
   * @throws ProblemException 415 if the request does not say
   */
  static String mediaType(Context ctx) {
    ContentType type = ContentType.create(ctx.req().getContentType());
    if (type == null || type.getContentTypeStr() == null) {
      throw new ProblemException(Problem.of(ProblemKind.UNSUPPORTED_MEDIA_TYPE, "body.no-type"));
    }
    return type.getContentTypeStr().toLowerCase(Locale.ROOT);
  }

  /** What answers a body of a media type that a route does not read. */
  static ProblemException unsupported(String type, String supported) {
    return new ProblemException(
        Problem.of(ProblemKind.UNSUPPORTED_MEDIA_TYPE, "body.type", type, supported));
  }

  /**
   * Reads what a client still sends, within bounds: to one that is cut off while it sends, the
   * answer is lost.
   */
  private static void discard(InputStream in) throws IOException {
    byte[] buffer = new byte[8192];
    int left = MOST_BYTES_DISCARDED;
    int read = in.read(buffer);
    while (read >= 0 && left > 0) {
      left -= read;
      read = in.read(buffer);
    }
  }

  private ProblemException tooLarge() {
    return new ProblemException(Problem.of(ProblemKind.TOO_LARGE, "body.too-large", mostBytes));
  }
}
