package org.bluethread.facade.maps;

import java.util.List;
import java.util.Optional;
import org.bluethread.facade.words.Words;

/**
 * A map of places, drawn on a paper of {@link #WIDTH} by {@link #HEIGHT} units, which a template
 * makes an SVG of. Immutable.
 *
 * @param where where the places are, in words
 * @param land the land, as SVG path data to be filled by the rule even-odd
 * @param graticule lines of longitude and latitude
 * @param marks what is drawn for the places, the largest first
 * @param labels names that have room beside each other
 * @param locator where on earth the map is; empty if it shows all of it
 * @param coarse whether outlines are drawn coarser than they are given
 */
public record MapDrawing(
    String where,
    String land,
    Graticule graticule,
    List<Mark> marks,
    List<Label> labels,
    Optional<Locator> locator,
    boolean coarse) {
  /** How wide the paper is. */
  public static final int WIDTH = Frame.WIDTH;

  /** How high the paper is. */
  public static final int HEIGHT = Frame.HEIGHT;

  /** About a pixel on a wide screen. */
  private static final int MESH_OF_LAND = 2;

  /** Copies the lists. */
  public MapDrawing {
    marks = List.copyOf(marks);
    labels = List.copyOf(labels);
  }

  /**
   * Draws a map.
   *
   * @param places at least one
   * @param language one of the six languages of the United Nations
   */
  public static MapDrawing of(List<Place> places, String language) {
    List<PlacedChains> placed = places.stream().map(PlacedChains::of).toList();
    Bounds bounds = Bounds.of(placed.stream().flatMap(place -> place.chains().stream()).toList());
    Frame frame = Frame.around(bounds);
    Marks marks = Marks.of(frame, placed);
    return new MapDrawing(
        new Degrees(new Words(language)).where(bounds),
        Coastline.in(frame, MESH_OF_LAND),
        Graticule.in(frame, language),
        marks.marks(),
        placed.size() > 1 && marks.areSingle() ? Label.thatFit(frame, placed) : List.of(),
        frame.isWorld() ? Optional.empty() : Optional.of(Locator.of(frame)),
        marks.mesh() > 1);
  }
}
