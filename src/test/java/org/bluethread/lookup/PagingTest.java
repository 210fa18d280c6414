package org.bluethread.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.bluethread.lookup.Things.indexOf;
import static org.bluethread.lookup.Things.iri;
import static org.bluethread.lookup.Things.preferred;
import static org.bluethread.lookup.Things.thing;
import static org.bluethread.lookup.Things.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagingTest {

  private final ThingIndex index =
      indexOf(
          IntStream.range(0, 25)
              .mapToObj(
                  i ->
                      thing(
                          (i < 20 ? "vent/v%02d" : "seep/s%02d").formatted(i),
                          preferred("en", "Hydrothermal site")))
              .toArray(Entry[]::new));

  @AfterEach
  void close() {
    index.close();
  }

  private Hits page(Optional<String> type, int limit, int offset) {
    return index.search(new Query("hydrothermal", type, "en", limit, offset));
  }

  @Test
  void pages_make_up_the_whole_without_gap_or_repetition() {
    List<String> iris = new ArrayList<>();
    for (int offset = 0; offset < 30; offset += 7) {
      Hits page = page(Optional.empty(), 7, offset);
      assertThat(page.total()).isEqualTo(25);
      page.hits().forEach(hit -> iris.add(hit.iri()));
    }
    assertThat(iris).hasSize(25).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void a_type_restricts_hits_and_total() {
    Hits seeps = page(Optional.of(type("seep/")), 2, 0);
    assertThat(seeps.total()).isEqualTo(5);
    assertThat(seeps.hits()).extracting(Hit::iri).containsExactly(iri("seep/s20"), iri("seep/s21"));
    assertThat(page(Optional.of(type("whale/")), 2, 0).total()).isZero();
  }

  @Test
  void a_page_of_none_still_has_the_total() {
    assertThat(page(Optional.empty(), 0, 0).total()).isEqualTo(25);
    assertThat(page(Optional.empty(), 0, 0).hits()).isEmpty();
  }

  @Test
  void a_page_after_the_end_is_empty() {
    assertThat(page(Optional.empty(), Query.MAX_LIMIT, Query.MAX_OFFSET).hits()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "0, -1", "1001, 0", "10, 10001", "2147483647, 2147483647"})
  void a_page_out_of_bounds_is_refused(int limit, int offset) {
    assertThatIllegalArgumentException().isThrownBy(() -> page(Optional.empty(), limit, offset));
  }
}
