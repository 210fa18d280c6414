package org.bluethread.facade.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** The least bounds of things on a globe, against counting degree by degree. */
class BoundsTest {
  private static final int AROUND = 360;

  @Provide
  Arbitrary<List<Chain>> lines() {
    Arbitrary<Chain> line =
        Combinators.combine(
                Arbitraries.integers().between(-180, 180), Arbitraries.integers().between(0, 170))
            .as((west, width) -> line(west, west + width));
    return line.list().ofMinSize(1).ofMaxSize(6);
  }

  @Property
  void leaveOutTheWidestGapAndNothingElse(@ForAll("lines") List<Chain> lines) {
    Bounds bounds = Bounds.of(lines);
    BitSet covered = new BitSet(AROUND);
    for (Chain line : lines) {
      for (int at = (int) line.bounds().getMinX(); at < line.bounds().getMaxX(); at++) {
        covered.set(Math.floorMod(at, AROUND));
      }
    }
    assertThat(AROUND - bounds.width()).as("gap").isEqualTo(widestGap(covered), within(1e-9));
    assertThat(bounds.west()).isBetween(-180.0, 180.0);
    for (Chain line : bounds.width() < AROUND ? lines : List.<Chain>of()) {
      double from = Math.floorMod((int) (line.bounds().getMinX() - bounds.west()), AROUND);
      assertThat(from + line.bounds().getWidth()).isLessThanOrEqualTo(bounds.width());
    }
  }

  /** Lines of no length between others cover nothing, but part a gap. */
  private static Chain line(int west, int east) {
    int end = Math.max(east, west + 1);
    Coordinate from = new Coordinate(west, 0);
    Coordinate to = new Coordinate(end, 0);
    return new Chain(List.of(from, to), new Envelope(from, to), false);
  }

  private static double widestGap(BitSet covered) {
    int widest = 0;
    int gap = 0;
    for (int at = 0; at < 2 * AROUND; at++) {
      gap = covered.get(at % AROUND) ? 0 : gap + 1;
      widest = Math.max(widest, gap);
    }
    return Math.min(widest, AROUND);
  }
}
