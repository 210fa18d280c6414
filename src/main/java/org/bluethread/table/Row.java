package org.bluethread.table;

import java.util.List;

/**
 * A row of a table.
 *
 * @param line the line of the file on which it begins, from 1
 * @param cells its cells in the order of the columns, without surrounding blanks
 */
record Row(long line, List<String> cells) {}
