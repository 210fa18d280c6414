package org.bluethread.facade.maps;

import org.bluethread.facade.words.Words;

/** Longitudes and latitudes in the words of a language. */
record Degrees(Words words) {
  /** Degrees, or less where there is more to tell. */
  String longitude(double degrees) {
    double normal = Bounds.normal(degrees);
    return Math.abs(normal) == 180
        ? words.text("map.degrees", 180)
        : inWords(normal, "map.east", "map.west");
  }

  String latitude(double degrees) {
    return inWords(degrees, "map.north", "map.south");
  }

  private String inWords(double degrees, String positive, String negative) {
    double rounded = Math.round(degrees * 100) / 100.0;
    if (rounded == 0) {
      return words.text("map.degrees", 0);
    }
    return words.text(rounded > 0 ? positive : negative, Math.abs(rounded));
  }

  /** Where bounds are, as a sentence. */
  String where(Bounds bounds) {
    if (bounds.isPoint()) {
      return words.text("map.at", latitude(bounds.south()), longitude(bounds.west()));
    }
    if (bounds.width() == 360) {
      return words.text("map.around", latitude(bounds.south()), latitude(bounds.north()));
    }
    return words.text(
        "map.within",
        latitude(bounds.south()),
        latitude(bounds.north()),
        longitude(bounds.west()),
        longitude(bounds.east()));
  }
}
