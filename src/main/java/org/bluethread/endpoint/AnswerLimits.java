package org.bluethread.endpoint;

import java.time.Duration;

/**
 * How much an answer may cost.
 *
 * @param time how long finding and sending it may take
 * @param rows how many rows or statements it may have
 */
public record AnswerLimits(Duration time, long rows) {}
