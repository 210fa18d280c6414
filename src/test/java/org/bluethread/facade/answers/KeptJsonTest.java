package org.bluethread.facade.answers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.bluethread.trace.Step;
import org.bluethread.trace.Thing;
import org.bluethread.trace.Trace;
import org.junit.jupiter.api.Test;

/** What is kept of an answer is what would be written anew. */
final class KeptJsonTest {
  private static final Thing ONE = thing("http://e.org/1", "\u6d77\u6d0b \"one\" \ud83c\udf0a");
  private static final Thing TWO = thing("http://e.org/2", "\u0628\u064a\u0627\u0646\u0627\u062a");

  private static Thing thing(String iri, String label) {
    return new Thing(iri, label, "", "", "", Optional.empty(), List.of());
  }

  private static Step step() {
    Step.Statement statement =
        new Step.Statement(
            "http://e.org/p",
            "p",
            true,
            "\u2013 \u201cOne\u201d \u00e9",
            "fr",
            List.of(),
            List.of());
    return new Step(ONE, TWO, List.of(statement), List.of());
  }

  private static TraceAnswer answer(Step... steps) {
    Trace.Way way = new Trace.Way(false, 0, 0, 0, List.of(steps));
    Trace trace = new Trace(ONE, TWO, 8, 5, false, 7, List.of(way, way), Optional.empty());
    return TraceAnswer.of(trace, "trace", AsOf.commit(7), Optional.empty(), "en");
  }

  private static ObjectMapper mapper() {
    return JsonMapper.builder()
        .addModule(new Jdk8Module())
        .addModule(new LinkedData())
        .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
        .build();
  }

  @Test
  void aKeptStepIsWrittenAsANewOneIs() throws Exception {
    Step step = step();
    ObjectMapper keeping = mapper();
    String first = keeping.writeValueAsString(answer(step, step));

    assertThat(first).isEqualTo(mapper().writeValueAsString(answer(step(), step())));
    assertThat(first.split("@context", -1)).as("the outermost object alone has one").hasSize(2);
    for (int again = 0; again < 2; again++) {
      assertThat(keeping.writeValueAsString(answer(step, step))).isEqualTo(first);
      assertThat(new String(keeping.writeValueAsBytes(answer(step, step)), StandardCharsets.UTF_8))
          .isEqualTo(first);
    }
  }

  /** Something that is written. */
  private record Written(String text) {}

  /** Counts what it writes. */
  private static final class Counting extends StdSerializer<Object> {
    private static final long serialVersionUID = 1L;

    private final AtomicInteger count = new AtomicInteger();

    Counting() {
      super(Object.class);
    }

    @Override
    public void serialize(Object object, JsonGenerator gen, SerializerProvider provider)
        throws IOException {
      count.incrementAndGet();
      gen.writeString(((Written) object).text());
    }
  }

  @Test
  void anObjectIsWrittenOnceAndAnEqualOneForItself() throws Exception {
    Counting counting = new Counting();
    ObjectMapper mapper =
        new ObjectMapper()
            .registerModule(
                new SimpleModule().addSerializer(Written.class, new KeptJson(counting)));
    Written one = new Written("a");

    assertThat(mapper.writeValueAsString(List.of(one, one))).isEqualTo("[\"a\",\"a\"]");
    assertThat(counting.count).hasValue(1);
    assertThat(mapper.writeValueAsString(List.of(new Written("a"), one)))
        .isEqualTo("[\"a\",\"a\"]");
    assertThat(counting.count).hasValue(2);
  }
}
