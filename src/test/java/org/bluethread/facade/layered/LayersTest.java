package org.bluethread.facade.layered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Pictures in layers: nothing covers anything, lines cross little and run straight. */
final class LayersTest {
  private static final int LAYERS = 5;
  private static final int GAP = 7;
  private static final int TOP = 30;

  @Property(tries = 200)
  void itemsOfALayerAreApartAndNothingStandsAboveTheTop(@ForAll long seed) {
    Random random = new Random(seed);
    Layers layers = new Layers(LAYERS);
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Item item = layers.add(random.nextInt(LAYERS), random.nextInt(40), 1 + random.nextInt(40));
      items.stream()
          .filter(other -> Math.abs(other.layer() - item.layer()) == 1 && random.nextInt(4) == 0)
          .forEach(other -> layers.join(other, item));
      items.add(item);
    }

    int bottom = layers.arrange(TOP, GAP);

    assertThat(items.stream().mapToInt(Item::top).min()).hasValue(TOP);
    assertThat(items.stream().mapToInt(Item::bottom).max()).hasValue(bottom);
    for (Item one : items) {
      for (Item other : items) {
        if (!one.equals(other) && one.layer() == other.layer() && one.line() <= other.line()) {
          // Places are rounded to whole pixels.
          assertThat(other.top() - one.bottom()).isGreaterThanOrEqualTo(GAP - 1);
        }
      }
    }
  }

  @Test
  void linesThatNeedNotCrossDoNot() {
    Layers layers = new Layers(2);
    Item one = layers.add(0, 10, 10);
    Item other = layers.add(0, 10, 10);
    Item ofOther = layers.add(1, 10, 10);
    Item ofOne = layers.add(1, 10, 10);
    layers.join(one, ofOne);
    layers.join(ofOther, other);

    layers.arrange(TOP, GAP);

    assertThat(one.line() < other.line()).isEqualTo(ofOne.line() < ofOther.line());
    assertThat(one.after()).containsExactly(ofOne);
    assertThat(other.after()).containsExactly(ofOther);
  }

  @Test
  void aLineThatNothingIsInTheWayOfIsStraight() {
    Layers layers = new Layers(4);
    Item first = layers.add(0, 20, 20);
    Item label = layers.add(1, 15, 3);
    Item passing = layers.add(2, 3, 3);
    Item last = layers.add(3, 40, 40);
    layers.join(first, label);
    layers.join(label, passing);
    layers.join(passing, last);

    layers.arrange(TOP, GAP);

    assertThat(List.of(label.line(), passing.line(), last.line())).containsOnly(first.line());
  }

  @Test
  void onlyLayersNextToEachOtherAreJoined() {
    Layers layers = new Layers(3);
    Item first = layers.add(0, 1, 1);
    Item last = layers.add(2, 1, 1);
    assertThatIllegalArgumentException().isThrownBy(() -> layers.join(first, last));
  }
}
