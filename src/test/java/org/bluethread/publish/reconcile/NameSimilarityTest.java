package org.bluethread.publish.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NameSimilarityTest {
  @ParameterizedTest
  @CsvSource({
    "Finance Committee, finance  committee, 1",
    "Comité de Finanzas, comite de finanzas, 1",
    "ＯＢＩＳ, obis, 1",
    "night, nacht, 0.5",
    "海, 海, 1",
    "sea, 海, 0",
    "'', x, 0",
    "'', '', 0"
  })
  void whatIsAlikeIsCountedInPairsOfCharacters(String one, String other, double similarity) {
    assertThat(NameSimilarity.of(one, other)).isEqualTo(similarity);
  }

  @Property
  void itIsTheSameBothWaysAndAPart(@ForAll String one, @ForAll String other) {
    assertThat(NameSimilarity.of(one, other))
        .isBetween(0.0, 1.0)
        .isEqualTo(NameSimilarity.of(other, one));
  }
}
