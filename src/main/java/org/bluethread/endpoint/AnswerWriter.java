package org.bluethread.endpoint;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.util.Context;

/**
 * Writes an answer, streamed where its format allows. It begins when the first row or statement is
 * there, not before; what fails afterwards must break the transfer. For one answer.
 */
public final class AnswerWriter {
  private final AnswerFormat format;
  private final long most;
  private final HttpServletResponse response;

  /**
   * @param most how many rows or statements may be sent
   */
  public AnswerWriter(AnswerFormat format, long most, HttpServletResponse response) {
    this.format = format;
    this.most = most;
    this.response = response;
  }

  /**
   * Sends rows.
   *
   * @throws TooManyRowsException if there are too many
   * @throws RuntimeException whatever the rows throw
   */
  public void rows(RowSet rows) {
    RowSet bounded =
        RowSetStream.create(
            rows.getResultVars(), new Bounded<>(rows, most, TooManyRowsException::new));
    try {
      writer().write(open(), bounded, Context.emptyContext());
    } catch (IOException e) {
      throw new RuntimeIOException(e);
    }
  }

  /** Sends the answer of an ASK. */
  public void truth(boolean truth) {
    try {
      writer().write(open(), truth, Context.emptyContext());
    } catch (IOException e) {
      throw new RuntimeIOException(e);
    }
  }

  /**
   * Sends statements; one that comes twice may be sent twice.
   *
   * @param prefixes what IRIs are shortened with
   * @throws TooManyRowsException if there are too many
   * @throws TooLargeToBuildException if the format cannot be streamed, and there are too many
   * @throws RuntimeException whatever the statements throw
   */
  public void statements(Iterator<Triple> statements, PrefixMapping prefixes) {
    try {
      new Statements(format, prefixes, most).send(statements, this::open);
    } catch (IOException e) {
      throw new RuntimeIOException(e);
    }
  }

  /**
   * Sends something whole.
   *
   * @param sending what uses the other methods
   * @throws BrokenAnswerException if it fails after the answer began
   * @throws RuntimeException what fails before
   */
  public void wholly(Runnable sending) {
    try {
      sending.run();
    } catch (RuntimeException e) {
      if (response.isCommitted()) {
        throw new BrokenAnswerException(e);
      }
      response.resetBuffer();
      throw e;
    }
  }

  private RowSetWriter writer() {
    return RowSetWriterRegistry.getFactory(format.lang()).create(format.lang());
  }

  private OutputStream open() throws IOException {
    response.setStatus(HttpServletResponse.SC_OK);
    response.setContentType(format.mediaType());
    response.setCharacterEncoding("utf-8");
    return new AnswerStream(response.getOutputStream());
  }
}
