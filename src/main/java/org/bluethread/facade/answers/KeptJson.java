package org.bluethread.facade.answers;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.ResolvableSerializer;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.StringWriter;

/**
 * Keeps the JSON of objects that many answers have inside them, as long as somebody else keeps the
 * objects. Safe for threads.
 */
final class KeptJson extends JsonSerializer<Object> implements ResolvableSerializer {
  /** Where an object stands inside of others; only outermost objects say what their context is. */
  private static final int DEPTH = 2;

  private final JsonSerializer<Object> writer;
  private final Cache<Object, SerializedString> kept = Caffeine.newBuilder().weakKeys().build();

  /**
   * @param writer writes an object, the same JSON each time
   */
  KeptJson(JsonSerializer<Object> writer) {
    this.writer = writer;
  }

  @Override
  public void resolve(SerializerProvider provider) throws JsonMappingException {
    if (writer instanceof ResolvableSerializer resolvable) {
      resolvable.resolve(provider);
    }
  }

  @Override
  public void serialize(Object object, JsonGenerator gen, SerializerProvider provider)
      throws IOException {
    SerializedString json = kept.getIfPresent(object);
    if (json == null) {
      json = written(object, gen, provider);
      kept.put(object, json);
    }
    gen.writeRawValue(json);
  }

  private SerializedString written(Object object, JsonGenerator gen, SerializerProvider provider)
      throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator inside = gen.getCodec().getFactory().createGenerator(text)) {
      for (int depth = 0; depth < DEPTH; depth++) {
        inside.writeStartArray();
      }
      writer.serialize(object, inside, provider);
    }
    return new SerializedString(
        text.toString().substring(DEPTH, text.getBuffer().length() - DEPTH));
  }
}
