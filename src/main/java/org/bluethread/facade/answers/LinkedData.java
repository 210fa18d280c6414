package org.bluethread.facade.answers;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.introspect.VirtualAnnotatedMember;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.VirtualBeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.util.SimpleBeanPropertyDefinition;
import cz.cvut.kbss.jopa.model.MultilingualString;
import cz.cvut.kbss.jsonld.common.BeanAnnotationProcessor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Makes JSON-LD of the JSON of every record that is annotated with JB4JSON-LD's {@code @OWLClass}:
 * the outermost objects say where their context is, each object its class, and texts stand under
 * their language. Everything else is written as Jackson writes it, one value after the other.
 *
 * <p>The context itself is served once, at the address linked to. Like any module of Jackson, it
 * may be registered once and used by any number of threads from then on.
 *
 * @see <a href="https://www.w3.org/TR/json-ld11/#the-context">JSON-LD 1.1, 3.1</a>
 */
public final class LinkedData extends SimpleModule {
  /** Where the context is, relative to the answers, which all stand on the first level. */
  public static final String LINK = "context.jsonld";

  private static final long serialVersionUID = 1L;

  /** Makes the module. */
  public LinkedData() {
    super(LinkedData.class.getName());
    addSerializer(new Tagged());
    setSerializerModifier(new Keywords());
  }

  /** Puts the keywords before the keys of a record. */
  private static final class Keywords extends BeanSerializerModifier {
    private static final long serialVersionUID = 1L;

    @Override
    public List<BeanPropertyWriter> changeProperties(
        SerializationConfig config, BeanDescription bean, List<BeanPropertyWriter> keys) {
      if (!BeanAnnotationProcessor.isOwlClassEntity(bean.getBeanClass())) {
        return keys;
      }
      String type = BeanAnnotationProcessor.getOwlClass(bean.getBeanClass());
      List<BeanPropertyWriter> all = new ArrayList<>();
      all.add(new Keyword("@context", gen -> isOutermost(gen) ? LINK : null, config, bean));
      if (!type.equals(Ns.RDFS + "Resource")) { // Which says nothing.
        all.add(new Keyword("@type", gen -> type, config, bean));
      }
      all.addAll(keys);
      return all;
    }

    @Override
    @SuppressWarnings("unchecked") // What writes records takes any object.
    public JsonSerializer<?> modifySerializer(
        SerializationConfig config, BeanDescription bean, JsonSerializer<?> writer) {
      return bean.getBeanClass().equals(StepAnswer.class)
          ? new KeptJson((JsonSerializer<Object>) writer)
          : writer;
    }

    private static boolean isOutermost(JsonGenerator gen) {
      JsonStreamContext around = gen.getOutputContext().getParent();
      return around.inRoot() || (around.inArray() && around.getParent().inRoot());
    }
  }

  /** A keyword of JSON-LD; left out where it has no value. */
  private static final class Keyword extends VirtualBeanPropertyWriter {
    private static final long serialVersionUID = 1L;

    private final transient Function<JsonGenerator, String> value;

    Keyword(
        String name,
        Function<JsonGenerator, String> value,
        SerializationConfig config,
        BeanDescription bean) {
      super(
          definition(name, config, bean.getClassInfo()),
          bean.getClassAnnotations(),
          config.constructType(String.class),
          null,
          null,
          null,
          JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, null),
          null);
      this.value = value;
    }

    private static BeanPropertyDefinition definition(
        String name, SerializationConfig config, AnnotatedClass in) {
      return SimpleBeanPropertyDefinition.construct(
          config,
          new VirtualAnnotatedMember(in, in.getRawType(), name, config.constructType(String.class)),
          PropertyName.construct(name));
    }

    @Override
    protected Object value(Object record, JsonGenerator gen, SerializerProvider provider) {
      return value.apply(gen);
    }

    @Override
    public VirtualBeanPropertyWriter withConfig(
        MapperConfig<?> config,
        AnnotatedClass in,
        BeanPropertyDefinition definition,
        JavaType type) {
      return this;
    }
  }

  /**
   * Texts under their languages.
   *
   * @see <a href="https://www.w3.org/TR/json-ld11/#language-indexing">JSON-LD 1.1, 4.6.2</a>
   */
  private static final class Tagged extends StdSerializer<MultilingualString> {
    private static final long serialVersionUID = 1L;

    Tagged() {
      super(MultilingualString.class);
    }

    @Override
    public void serialize(MultilingualString texts, JsonGenerator gen, SerializerProvider provider)
        throws IOException {
      gen.writeStartObject();
      for (Map.Entry<String, String> text : texts.getValue().entrySet()) {
        gen.writeStringField(text.getKey() == null ? "@none" : text.getKey(), text.getValue());
      }
      gen.writeEndObject();
    }
  }
}
