package org.bluethread.table;

import java.util.Set;
import org.apache.jena.sparql.core.Quad;

/**
 * A statement and where in the table it comes from.
 *
 * @param quad the statement; in the default graph where the mapping names none
 * @param line the line on which the row begins, from 1
 * @param columns the columns that its terms were made of
 */
public record Statement(Quad quad, long line, Set<String> columns) {}
