package org.bluethread.facade.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Texts in lines that fit a box. */
final class TextLinesTest {
  @Test
  void aTextBreaksBetweenWords() {
    assertThat(new TextLines("en", 24, 3).of("shared and coastal life"))
        .containsExactly("shared and", "coastal life");
  }

  @Test
  void whatIsTooLongIsCutOffAndSaysSo() {
    assertThat(new TextLines("en", 24, 2).of("shared and coastal life of the deep"))
        .containsExactly("shared and", "coastal li…");
    assertThat(new TextLines("en", 20, 2).of("one two three four five six seven eight nine"))
        .hasSize(2)
        .last()
        .asString()
        .endsWith("…");
  }

  @Test
  void aWordThatNoLineHoldsBreaksAnywhere() {
    assertThat(new TextLines("en", 20, 2).of("a".repeat(10_000)))
        .containsExactly("a".repeat(10), "a".repeat(8) + "…");
    assertThat(new TextLines("en", 24, 3).of("UN/SBSTTA/17/2 on needs"))
        .containsExactly("UN/SBSTT", "A/17/2 on", "needs");
  }

  @Test
  void chineseTakesTwiceTheRoomAndBreaksAnywhere() {
    assertThat(new TextLines("zh", 16, 3).of("海洋生物多样性")).containsExactly("海洋生物", "多样性");
  }

  @Test
  void wideLettersTakeMoreRoomThanOthers() {
    assertThat(TextLines.width("WW")).isGreaterThan(TextLines.width("AA"));
    assertThat(TextLines.width("AA")).isGreaterThan(TextLines.width("aa"));
  }

  @Test
  void noTextIsOneEmptyLine() {
    assertThat(new TextLines("ar", 8, 3).of("")).isEqualTo(List.of(""));
  }

  @Test
  void signsThatOnlyTellTheDirectionTakeNoRoom() {
    assertThat(TextLines.width("\u2068X/29\u2069")).isEqualTo(TextLines.width("X/29"));
  }

  @Test
  void aCharacterOfTwoHalvesIsNeverCutInTwo() {
    assertThat(new TextLines("zh", 8, 1).of("𠀀𠀁𠀂𠀃")).containsExactly("𠀀…");
  }
}
