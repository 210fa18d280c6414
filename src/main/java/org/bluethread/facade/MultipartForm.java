package org.bluethread.facade;

import io.javalin.http.Context;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.jena.atlas.web.ContentType;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;

/**
 * The files in a form with several parts, as browsers and {@code curl -F} send them.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-http-rdf-update/#http-post">Graph Store HTTP
 *     Protocol, 5.5</a>
 */
final class MultipartForm {
  static final String MEDIA_TYPE = "multipart/form-data";

  /** Where Jetty looks for the limits of the form. */
  private static final String LIMITS = "org.eclipse.jetty.multipartConfig";

  private MultipartForm() {}

  /** Makes something of a part. */
  interface Reader<T> {
    /**
     * Reads a part.
     *
     * @param name the name of the file; empty if the part has none
     * @param type its media type, without parameters; empty if the part does not say
     * @param bytes what it holds
     */
    T read(String name, String type, byte[] bytes);
  }

  /**
   * Reads the form, in memory.
   *
   * @param bodies says how large it may be
   * @param each is called with each part, in the order of the form
   * @throws ProblemException 413 if it is too large, 415 if it is compressed, 400 if it cannot be
   *     read or is empty
   */
  static <T> List<T> read(Context ctx, Bodies bodies, Reader<T> each) {
    int most = bodies.check(ctx);
    ctx.req().setAttribute(LIMITS, new MultipartConfigElement("", most, most, most));
    List<T> read = new ArrayList<>();
    try {
      for (Part part : ctx.req().getParts()) {
        read.add(read(part, each));
      }
    } catch (IOException | ServletException | IllegalStateException e) {
      throw badForm("The parts of the form cannot be read: " + e.getMessage());
    }
    if (read.isEmpty()) {
      throw badForm("The form has no part.");
    }
    return read;
  }

  private static <T> T read(Part part, Reader<T> each) throws IOException {
    try (InputStream in = part.getInputStream()) {
      ContentType type = ContentType.create(part.getContentType());
      return each.read(
          Objects.requireNonNullElse(part.getSubmittedFileName(), ""),
          type == null ? "" : type.getContentTypeStr().toLowerCase(Locale.ROOT),
          in.readAllBytes());
    }
  }

  private static ProblemException badForm(String detail) {
    return new ProblemException(
        Problem.of(
            "bad-form",
            "The form cannot be read",
            400,
            detail,
            "Send at least one file, as curl -F file=@data.ttl does."));
  }
}
