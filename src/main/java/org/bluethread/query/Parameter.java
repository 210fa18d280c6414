package org.bluethread.query;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A parameter of a named query: a variable of it that the asker gives a value.
 *
 * @param name the variable's name, without question mark
 * @param kind what values may be
 * @param classIri the class that a thing or unit must belong to; empty for other kinds
 * @param required whether there is no answer without it; an optional one without a default leaves
 *     its variable free
 * @param defaultValue what is taken when it is not given; never there when it is required
 * @param description what it is for
 * @param example a value that works
 */
public record Parameter(
    String name,
    ParameterKind kind,
    Optional<String> classIri,
    boolean required,
    Optional<String> defaultValue,
    Wording description,
    String example) {

  /** The built-in parameter of every query that shows labels: their language. */
  public static final Parameter LANG =
      new Parameter(
          "lang",
          ParameterKind.LANGUAGE,
          Optional.empty(),
          false,
          Optional.of("en"),
          new Wording(
              Map.of(
                  "en",
                  "Language of the labels; where a label is missing in it, the English one is"
                      + " shown.",
                  "zh",
                  "名称所用语言；缺少该语言的名称时显示英文名称。",
                  "fr",
                  "Langue des libellés ; à défaut de libellé dans cette langue, celui en anglais"
                      + " s’affiche.",
                  "es",
                  "Idioma de las etiquetas; si una no existe en él, se muestra la inglesa.",
                  "ru",
                  "Язык названий; если названия на этом языке нет, показывается английское.",
                  "ar",
                  "لغة التسميات؛ وتظهر التسمية الإنكليزية حيث لا توجد تسمية بتلك اللغة.")),
          "zh");

  /** Nothing may be null. */
  public Parameter {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(classIri, "classIri");
    Objects.requireNonNull(defaultValue, "defaultValue");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(example, "example");
  }
}
