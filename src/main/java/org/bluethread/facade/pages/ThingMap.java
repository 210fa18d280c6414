package org.bluethread.facade.pages;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.bluethread.facade.maps.MapDrawing;
import org.bluethread.facade.maps.Place;
import org.bluethread.publish.location.Location;
import org.bluethread.publish.location.Locations;

/**
 * Where a thing is, or what it is connected with.
 *
 * @param drawing the map; empty if no place could be read
 * @param own whether it shows the thing itself
 * @param places how many places it shows
 * @param approximate whether one of them is only near its outline
 * @param unreadable how many places could not be read
 * @param cut whether there are more
 */
public record ThingMap(
    Optional<MapDrawing> drawing,
    boolean own,
    int places,
    boolean approximate,
    int unreadable,
    boolean cut) {
  private static final int MOST_NAMED = 6;

  /** Whether all that is drawn can be named beside the map. */
  boolean isNameable() {
    return drawing.stream()
        .anyMatch(
            map ->
                map.marks().size() <= MOST_NAMED
                    && map.marks().stream().allMatch(mark -> mark.iri().isPresent()));
  }

  /** The map of places; nothing if there is nothing to say of any. */
  static Optional<ThingMap> of(Locations locations, Terms terms, String language) {
    List<Place> places =
        locations.found().stream().map(location -> place(location, terms)).toList();
    if (places.isEmpty() && locations.unreadable() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new ThingMap(
            places.isEmpty() ? Optional.empty() : Optional.of(MapDrawing.of(places, language)),
            locations.own(),
            places.size(),
            places.stream().anyMatch(Place::approximate),
            locations.unreadable(),
            locations.cut()));
  }

  private static Place place(Location location, Terms terms) {
    Node thing = location.thing();
    String name = terms.of(thing).text();
    List<String> codes = terms.codes(thing);
    return new Place(
        thing.getURI(),
        codes.isEmpty() || name.contains(codes.get(0)) ? name : codes.get(0) + " " + name,
        Neighbourhood.cut(codes.isEmpty() ? name : codes.get(0)),
        location.geometry(),
        location.approximate());
  }
}
