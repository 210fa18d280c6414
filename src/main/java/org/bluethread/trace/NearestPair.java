package org.bluethread.trace;

import java.util.Optional;
import org.bluethread.trace.links.Surroundings;

/**
 * Finds, where no path joins two things, the two things around them that come nearest to each
 * other: both in one unit of a document, else in one document. For one thread.
 */
final class NearestPair {
  private final Names names;
  private final StepReader reader;

  NearestPair(Names names, StepReader reader) {
    this.names = names;
    this.reader = reader;
  }

  Optional<Trace.Nearest> of(Surroundings here, Surroundings there) {
    return here.nearest(there, graph -> reader.unitOf(graph).isPresent())
        .map(
            pair ->
                new Surroundings.Pair(
                    pair.one(), pair.other(), reader.unitOf(pair.place()).orElseThrow()))
        .or(() -> here.nearestIn(there, reader::documentOf))
        .map(
            pair ->
                new Trace.Nearest(
                    names.thing(pair.one()),
                    names.thing(pair.other()),
                    pair.place(),
                    reader.placeName(pair.place())));
  }
}
