package org.bluethread.facade.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Texts in lines that fit a box. */
final class TextLinesTest {
  @Test
  void aTextBreaksBetweenWords() {
    assertThat(new TextLines("en", 12, 3).of("marine and coastal life"))
        .containsExactly("marine and", "coastal life");
  }

  @Test
  void whatIsTooLongIsCutOffAndSaysSo() {
    assertThat(new TextLines("en", 12, 2).of("marine and coastal life of the deep"))
        .containsExactly("marine and", "coastal lif…");
    assertThat(new TextLines("en", 10, 1).of("a".repeat(10_000))).containsExactly("aaaaaaaaa…");
    assertThat(new TextLines("en", 10, 2).of("one two three four five six seven eight nine"))
        .hasSize(2)
        .last()
        .asString()
        .endsWith("…");
  }

  @Test
  void chineseTakesTwiceTheRoomAndBreaksAnywhere() {
    assertThat(new TextLines("zh", 8, 3).of("海洋生物多样性")).containsExactly("海洋生物", "多样性");
  }

  @Test
  void noTextIsOneEmptyLine() {
    assertThat(new TextLines("ar", 8, 3).of("")).isEqualTo(List.of(""));
  }

  @Test
  void signsThatOnlyTellTheDirectionTakeNoRoom() {
    assertThat(TextLines.width("\u2068X/29\u2069")).isEqualTo(4);
  }

  @Test
  void aCharacterOfTwoHalvesIsNeverCutInTwo() {
    assertThat(new TextLines("zh", 4, 1).of("𠀀𠀁𠀂𠀃")).containsExactly("𠀀…");
  }
}
