package org.bluethread.facade.informea;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bluethread.publish.informea.Field;
import org.bluethread.publish.informea.Model;
import org.bluethread.publish.informea.Part;
import org.bluethread.publish.informea.RecordSet;
import org.bluethread.publish.informea.Row;

/**
 * JSON as OData 2 has it.
 *
 * @see <a href="https://www.odata.org/documentation/odata-version-2-0/json-format/">OData 2: JSON
 *     format</a>
 */
public final class JsonWriter implements AnswerWriter {
  private static final JsonFactory JSON = new JsonFactory();

  @Override
  public String mediaType(Answer answer) {
    return answer instanceof Answer.Text
        ? "text/plain;charset=utf-8"
        : "application/json;charset=utf-8";
  }

  @Override
  public void write(OutputStream out, Answer answer, Shown shown) throws IOException {
    if (answer instanceof Answer.Text text) {
      out.write(text.text().getBytes(StandardCharsets.UTF_8));
      return;
    }
    try (JsonGenerator json = generator(out)) {
      json.writeStartObject();
      json.writeFieldName("d");
      switch (answer) {
        case Answer.Sets sets -> sets(json);
        case Answer.Feed feed -> feed(json, feed, shown);
        case Answer.Entry entry -> entry(json, entry.set(), entry.row(), entry.selection(), shown);
        case Answer.Value value -> value(json, value, shown);
        case Answer.Links links -> links(json, links, shown);
        case Answer.Metadata metadata -> throw new AssertionError(metadata);
        case Answer.Text text -> throw new AssertionError(text);
      }
      json.writeEndObject();
    }
  }

  private static JsonGenerator generator(OutputStream out) throws IOException {
    return JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
  }

  private static void sets(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("EntitySets");
    for (RecordSet set : Model.ALL) {
      json.writeString(set.name());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void feed(JsonGenerator json, Answer.Feed feed, Shown shown) throws IOException {
    json.writeStartObject();
    if (feed.count().isPresent()) {
      json.writeStringField("__count", feed.count().get().toString());
    }
    entries(json, feed.set(), feed.rows(), feed.selection(), shown);
    if (feed.next().isPresent()) {
      json.writeStringField("__next", shown.root() + feed.next().get());
    }
    json.writeEndObject();
  }

  private static void entries(
      JsonGenerator json, RecordSet set, List<Row> rows, Selection selection, Shown shown)
      throws IOException {
    json.writeArrayFieldStart("results");
    for (Row row : rows) {
      entry(json, set, row, selection, shown);
    }
    json.writeEndArray();
  }

  private static void entry(
      JsonGenerator json, RecordSet set, Row row, Selection selection, Shown shown)
      throws IOException {
    String address = shown.root() + set.name() + Literals.key(row.id());
    json.writeStartObject();
    json.writeObjectFieldStart("__metadata");
    json.writeStringField("id", address);
    json.writeStringField("uri", address);
    json.writeStringField("type", EdmModel.NAMESPACE + "." + set.type().name());
    json.writeEndObject();
    for (Field field : selection.fields(set.type())) {
      json.writeFieldName(field.name());
      value(json, shown.value(row, field));
    }
    for (Part part : selection.parts(set.type())) {
      json.writeObjectFieldStart(part.name());
      Optional<Selection> expanded = selection.expanded(part);
      if (expanded.isPresent()) {
        entries(json, part.target(), row.part(part.name()), expanded.get(), shown);
      } else {
        json.writeObjectFieldStart("__deferred");
        json.writeStringField("uri", address + "/" + part.name());
        json.writeEndObject();
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void value(JsonGenerator json, Answer.Value value, Shown shown)
      throws IOException {
    json.writeStartObject();
    json.writeFieldName(value.field().name());
    value(json, shown.value(value.row(), value.field()));
    json.writeEndObject();
  }

  /** Numbers with decimals are texts in this format, as whole numbers of 32 bits are not. */
  private static void value(JsonGenerator json, Optional<Object> value) throws IOException {
    if (value.isEmpty()) {
      json.writeNull();
    } else if (value.get() instanceof Integer number) {
      json.writeNumber(number);
    } else if (value.get() instanceof Instant time) {
      json.writeString("/Date(" + time.toEpochMilli() + ")/");
    } else {
      json.writeString(value.get().toString());
    }
  }

  private static void links(JsonGenerator json, Answer.Links links, Shown shown)
      throws IOException {
    if (links.many()) {
      json.writeStartObject();
      json.writeArrayFieldStart("results");
    }
    for (Row row : links.rows()) {
      json.writeStartObject();
      json.writeStringField("uri", shown.root() + links.set().name() + Literals.key(row.id()));
      json.writeEndObject();
    }
    if (links.many()) {
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  @Override
  public void error(OutputStream out, String code, String message) throws IOException {
    try (JsonGenerator json = generator(out)) {
      json.writeStartObject();
      json.writeObjectFieldStart("error");
      json.writeStringField("code", code);
      json.writeObjectFieldStart("message");
      json.writeStringField("lang", "en");
      json.writeStringField("value", message);
      json.writeEndObject();
      json.writeEndObject();
      json.writeEndObject();
    }
  }
}
