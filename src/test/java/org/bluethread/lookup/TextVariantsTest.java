package org.bluethread.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextVariantsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      quoteCharacter = '~',
      textBlock =
          """
          d’Aichi       = d'Aichi
          d‘Aichi       = d'Aichi
          d´Aichi       = d'Aichi
          d＇Aichi      = d'Aichi
          учёт          = учет
          Ёмкость       = Емкость
          “深数据”数据库 = 深数据数据库
          «deep» "sea"  = deep sea
          ＂deep＂       = deep
          مسئول         = مسءول
          مسؤول         = مسءول
          ＣＢＤ１４      = CBD14
          ﬁsh           = fish
          Área          = Área
          """)
  void variants_become_one(String text, String unified) {
    assertThat(TextVariants.unified(text)).isEqualTo(unified);
  }

  @Test
  void what_is_composed_of_two_characters_is_a_variant_too() {
    assertThat(TextVariants.unified("уче\u0308т")).isEqualTo("учет");
    assertThat(TextVariants.unified("مسو\u0654ول")).isEqualTo("مسءول");
  }

  @Test
  void half_a_character_becomes_a_space() {
    assertThat(TextVariants.unified("vents\uD83Chydro\uDC00")).isEqualTo("vents hydro ");
    assertThat(TextVariants.unified("🌊")).isEqualTo("🌊");
  }
}
