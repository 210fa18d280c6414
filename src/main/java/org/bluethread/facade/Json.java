package org.bluethread.facade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.javalin.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import org.bluethread.facade.answers.LinkedData;

/**
 * Answers as JSON, in UTF-8 from the first, as a string would be written twice. Safe for threads.
 */
final class Json implements JsonMapper {
  private final ObjectMapper mapper = mapper();

  /** What writes answers, problems and their parts alike. */
  static ObjectMapper mapper() {
    return new ObjectMapper()
        .registerModule(new Jdk8Module())
        .registerModule(new JavaTimeModule())
        .registerModule(new LinkedData())
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
  }

  @Override
  public InputStream toJsonStream(Object answer, Type type) {
    try {
      return new ByteArrayInputStream(mapper.writeValueAsBytes(answer));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
