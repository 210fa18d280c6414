package org.bluethread.facade;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.bluethread.facade.traces.TraceWords;
import org.bluethread.trace.Thing;
import org.bluethread.trace.Trace;

/**
 * A trace in JSON.
 *
 * @param from where the paths begin
 * @param to where they end
 * @param hops the most steps a path was to have
 * @param most how many paths were wanted at the most
 * @param chained whether two mapped steps were allowed to follow each other
 * @param commit the commit it was found at
 * @param askedAt the commit that was asked for, if the graph has moved on since
 * @param address the permanent address, below the server's
 * @param paths the best paths, best first
 * @param gap why there is no path
 * @param said the same in words, line by line
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record TraceAnswer(
    Thing from,
    Thing to,
    int hops,
    int most,
    boolean chained,
    long commit,
    Optional<Long> askedAt,
    String address,
    List<Trace.Way> paths,
    Optional<Trace.Gap> gap,
    List<String> said) {
  static TraceAnswer of(Trace trace, String address, Optional<Long> askedAt, String language) {
    TraceWords words = new TraceWords(language);
    List<String> said =
        trace.gap().map(gap -> words.gap(trace, gap)).orElseGet(() -> List.of(words.claim()));
    return new TraceAnswer(
        trace.from(),
        trace.to(),
        trace.hops(),
        trace.most(),
        trace.chained(),
        trace.commit(),
        askedAt,
        "/" + address,
        trace.paths(),
        trace.gap(),
        said);
  }
}
