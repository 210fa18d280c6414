package org.bluethread.facade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.util.Map;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemKind;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Answers what the HTTP server itself refuses, before any route is asked: addresses with broken or
 * ambiguous encodings, headers or addresses that are too long. These answers are problem documents
 * too.
 */
final class ServerProblems extends ErrorHandler {
  private final ObjectMapper json;
  private final Map<String, String> headers;

  /**
   * @param json writes problem documents
   * @param headers what every answer carries
   */
  ServerProblems(ObjectMapper json, Map<String, String> headers) {
    this.json = json;
    this.headers = headers;
  }

  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int status,
      String message,
      Throwable cause,
      Callback callback)
      throws JsonProcessingException {
    headers.forEach(response.getHeaders()::put);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    byte[] document = json.writeValueAsBytes(problem(status, message).in("en"));
    response.write(true, ByteBuffer.wrap(document), callback);
  }

  private static Problem problem(int status, String message) {
    String detail = message == null ? HttpStatus.getMessage(status) : message;
    return HttpStatus.isServerError(status)
        ? Problem.of(ProblemKind.INTERNAL, "failed").with(status)
        : Problem.quoting(ProblemKind.BAD_HTTP, detail + ".", "http.bad").with(status);
  }
}
