package org.bluethread.facade;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.jena.atlas.web.ContentType;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.facade.problem.ProblemKind;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Blocker;

/**
 * The files in a form with several parts, as browsers and {@code curl -F} send them.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-http-rdf-update/#http-post">Graph Store HTTP
 *     Protocol, 5.5</a>
 */
final class MultipartForm {
  static final String MEDIA_TYPE = "multipart/form-data";

  private static final int MOST_PARTS = 1000;

  private MultipartForm() {}

  /** Makes something of a part. */
  interface Reader<T> {
    /**
     * Reads a part.
     *
     * @param field the name of the part's field in the form; empty if the part does not say
     * @param name the name of the file; empty if the part has none
     * @param type its media type, without parameters; empty if the part does not say
     * @param bytes what it holds
     */
    T read(String field, String name, String type, byte[] bytes);
  }

  /**
   * Reads a form.
   *
   * @param contentType the type of the body, with the boundary of its parts
   * @param body the whole body
   * @param each is called with each part, in the order of the form
   * @throws ProblemException 400 if it cannot be read, is empty, or has more than a thousand parts
   */
  static <T> List<T> read(String contentType, byte[] body, Reader<T> each) {
    String boundary = MultiPart.extractBoundary(contentType);
    if (boundary == null) {
      throw badForm("form.boundary");
    }
    try (MultiPartFormData.Parts parts = parse(boundary, body)) {
      List<T> read = new ArrayList<>();
      for (MultiPart.Part part : parts) {
        read.add(read(part, each));
      }
      if (read.isEmpty()) {
        throw badForm("form.empty");
      }
      return read;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static MultiPartFormData.Parts parse(String boundary, byte[] body) {
    MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
    parser.setMaxParts(MOST_PARTS);
    parser.setMaxMemoryFileSize(-1); // The body is in memory already.
    parser.setUseFilesForPartsWithoutFileName(false);
    Content.Source source = Content.Source.from(ByteBuffer.wrap(body));
    try {
      return Blocker.blockWithPromise(promise -> parser.parse(source, promise));
    } catch (IOException | RuntimeException e) {
      throw unreadable(e);
    }
  }

  private static <T> T read(MultiPart.Part part, Reader<T> each) throws IOException {
    try (InputStream in = Content.Source.asInputStream(part.createContentSource())) {
      ContentType type = ContentType.create(part.getHeaders().get(HttpHeader.CONTENT_TYPE));
      return each.read(
          Objects.requireNonNullElse(part.getName(), ""),
          Objects.requireNonNullElse(part.getFileName(), ""),
          type == null ? "" : type.getContentTypeStr().toLowerCase(Locale.ROOT),
          in.readAllBytes());
    }
  }

  private static ProblemException unreadable(Exception e) {
    return badForm("form.unreadable", String.valueOf(e.getMessage()));
  }

  private static ProblemException badForm(String key, Object... arguments) {
    return new ProblemException(Problem.of(ProblemKind.BAD_FORM, key, arguments));
  }
}
