package org.bluethread.trace.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Each IRI has one number, however the table grows, and each number its IRI. */
final class IriTableTest {
  @Property(tries = 20)
  void numbersAreThoseOfAMap(@ForAll long seed) {
    Random random = new Random(seed);
    IriTable table = new IriTable();
    Map<String, Integer> numbers = new LinkedHashMap<>();
    for (int i = 0; i < 5_000; i++) {
      String iri = iri(random);
      numbers.putIfAbsent(iri, numbers.size());
      assertThat(table.add(iri)).isEqualTo(numbers.get(iri));
    }
    for (int i = 0; i < 1_000; i++) {
      String iri = iri(random);
      assertThat(table.find(iri)).isEqualTo(numbers.getOrDefault(iri, IriTable.NONE));
    }
    numbers.forEach((iri, number) -> assertThat(table.iris().iri(number)).isEqualTo(iri));
    assertThat(table.iris().size()).isEqualTo(numbers.size());
  }

  /** Texts with the hash of each other, in bytes and so in the table. */
  @Test
  void irisWithTheSameHashAreToldApart() {
    IriTable table = new IriTable();
    int one = table.add("http://example.org/Aa");
    int other = table.add("http://example.org/BB");

    assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
    assertThat(one).isNotEqualTo(other);
    assertThat(table.find("http://example.org/Aa")).isEqualTo(one);
    assertThat(table.find("http://example.org/BB")).isEqualTo(other);
    assertThat(table.find("http://example.org/C")).isEqualTo(IriTable.NONE);
  }

  private static String iri(Random random) {
    String folder = random.nextInt(5) == 0 ? "" : "http://example.org/" + random.nextInt(4) + "/";
    String name = random.nextInt(20) == 0 ? "é".repeat(random.nextInt(40_000)) : "thing-";
    return folder + name + random.nextInt(4_000);
  }
}
