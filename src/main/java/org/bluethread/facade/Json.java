package org.bluethread.facade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
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
    return com.fasterxml.jackson.databind.json.JsonMapper.builder()
        .addModule(new Jdk8Module())
        .addModule(new JavaTimeModule())
        .addModule(new LinkedData())
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8) // Else they are escaped.
        .build();
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
