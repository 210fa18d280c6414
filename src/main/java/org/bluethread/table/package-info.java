/**
 * How a table and its mapping become quads. A mapping is a SPARQL CONSTRUCT that sees the columns
 * of a row as variables. Floor 1; uses nothing of the house.
 */
package org.bluethread.table;
