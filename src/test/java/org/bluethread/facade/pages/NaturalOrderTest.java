package org.bluethread.facade.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The order of codes and numbered names. */
final class NaturalOrderTest {
  @Test
  void numbersCountAsNumbers() {
    assertThat(
            List.of("1.10.1", "1.2.1-2", "1.2.1", "annex II, 1", "1.2", "2", "1.2.1-10").stream()
                .sorted(NaturalOrder.TEXT))
        .containsExactly("1.2", "1.2.1", "1.2.1-2", "1.2.1-10", "1.10.1", "2", "annex II, 1");
  }

  @Test
  void numbersMayBeOfAnyLength() {
    String long9 = "9".repeat(100_000);
    assertThat(List.of("1" + long9, long9, "007", "7").stream().sorted(NaturalOrder.TEXT))
        .containsExactly("007", "7", long9, "1" + long9);
  }
}
