package org.bluethread.facade;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bluethread.facade.pages.SubmitPage.Fields;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemException;
import org.bluethread.facade.problem.ProblemKind;

/**
 * What somebody sent with the form of {@code /submit}. Browsers end the lines of a text field with
 * CR and LF whatever was pasted; here they end with LF again, as literals may go over several
 * lines. A file stays as it is.
 */
final class Submission {
  /** How long a text may be: the page has it again, whatever becomes of it. */
  static final int MOST_TEXT_BYTES = 4 * 1024 * 1024;

  /** How long a file may be to be taken into the text field, where it can be mended. */
  private static final int MOST_BYTES_TAKEN_OVER = 1024 * 1024;

  private static final int MOST_MESSAGE = 1000;

  private final Map<String, String> fields = new HashMap<>();
  private Optional<Upload> upload = Optional.empty();

  /** A file and the media type that its browser or its name tells. */
  private static final class Upload {
    private final String name;
    private final String type;
    private final byte[] bytes;

    private Upload(String name, String type, byte[] bytes) {
      this.name = name;
      this.type = type;
      this.bytes = bytes;
    }
  }

  private Submission() {}

  /**
   * Reads a form.
   *
   * @throws ProblemException as {@link Bodies} and {@link MultipartForm}; 415 if the body is no
   *     form, 400 if a field is not in UTF-8, 413 if the text has more than {@link
   *     #MOST_TEXT_BYTES}
   */
  static Submission read(Context ctx, Bodies bodies) {
    Submission submission = new Submission();
    String type = Bodies.mediaType(ctx);
    if (type.equals(MultipartForm.MEDIA_TYPE)) {
      MultipartForm.read(
          ctx.req().getContentType(),
          bodies.read(ctx),
          (field, name, said, bytes) -> submission.take(field, name, said, bytes));
    } else if (type.equals(Form.MEDIA_TYPE)) {
      Form.parse(bodies.text(ctx))
          .fields()
          .forEach((field, values) -> submission.fields.put(field, values.get(0)));
    } else {
      throw Bodies.unsupported(type, MultipartForm.MEDIA_TYPE + ", " + Form.MEDIA_TYPE);
    }
    if (submission.text().getBytes(UTF_8).length > MOST_TEXT_BYTES) {
      throw new ProblemException(
          Problem.of(ProblemKind.TOO_LARGE, "text.too-large", MOST_TEXT_BYTES));
    }
    return submission;
  }

  /** Gives the field, for a reader of forms has to give something. */
  private String take(String field, String name, String said, byte[] bytes) {
    if (!field.equals("file")) {
      fields.put(field, utf8(bytes).orElseThrow(() -> notUtf8(field)));
    } else if (!name.isEmpty()) {
      upload = Optional.of(new Upload(name, SentReader.type(name, said), bytes));
    }
    return field;
  }

  private static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static ProblemException notUtf8(String field) {
    return new ProblemException(Problem.of(ProblemKind.BAD_ENCODING, "field.not-utf8", field));
  }

  /** Whether it is to be stored; otherwise it is to be checked. */
  boolean isToBeStored() {
    return field("do").equals("send");
  }

  /** Whether it takes the place of what its graph holds. */
  boolean replaces() {
    return field("mode").equals("replace");
  }

  /** The IRI of the graph; empty if it names none. */
  String graph() {
    return field("graph").strip();
  }

  /** The class that the rows of a table describe; empty if it names none. */
  String className() {
    return field("class");
  }

  /** The token; empty if there is none. It goes nowhere but to whoever knows the tokens. */
  String token() {
    return field("token").strip();
  }

  /**
   * One line for the commit log.
   *
   * @throws ProblemException 400 if it is longer than a line
   */
  String message() {
    String message = field("message").replaceAll("\\p{Cc}+", " ").strip();
    if (message.length() > MOST_MESSAGE) {
      throw new ProblemException(
          Problem.of(ProblemKind.BAD_PARAMETER, "message.too-long", MOST_MESSAGE));
    }
    return message;
  }

  /** The media type: that of the file if it is known, else the one chosen. */
  String type() {
    return upload
        .map(file -> file.type)
        .filter(SentReader::isKnown)
        .orElseGet(() -> fields.getOrDefault("syntax", MediaTypes.TURTLE));
  }

  /**
   * The statements as they came.
   *
   * @throws ProblemException 400 if there are a text and a file, or neither
   */
  byte[] bytes() {
    if (upload.isPresent() == !text().isBlank()) {
      throw new ProblemException(
          upload.isPresent()
              ? Problem.of(ProblemKind.BAD_FORM, "submit.both", upload.get().name)
              : Problem.of(ProblemKind.BAD_FORM, "submit.neither"));
    }
    return upload.map(file -> file.bytes).orElseGet(() -> text().getBytes(UTF_8));
  }

  /** What came, for reading: bytes that are not UTF-8 are replaced. */
  String readable() {
    return upload.map(file -> new String(file.bytes, UTF_8)).orElseGet(this::text);
  }

  /**
   * What stands in the form of the answer. A file that is a text of moderate length stands in the
   * text field then; a longer one, and one that a text field would change, has to be chosen again.
   */
  Fields fields() {
    Optional<String> taken =
        text().isBlank() ? upload.flatMap(Submission::taken) : Optional.empty();
    return new Fields(
        taken.orElseGet(this::text),
        type(),
        graph(),
        replaces(),
        className(),
        field("message"),
        taken.isPresent() ? Optional.empty() : upload.map(file -> file.name));
  }

  private static Optional<String> taken(Upload file) {
    return file.bytes.length > MOST_BYTES_TAKEN_OVER
        ? Optional.empty()
        : utf8(file.bytes).filter(text -> text.indexOf('\r') < 0 && text.indexOf('\0') < 0);
  }

  private String text() {
    return field("text").replace("\r\n", "\n");
  }

  private String field(String name) {
    return fields.getOrDefault(name, "");
  }
}
