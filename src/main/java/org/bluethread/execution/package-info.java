/**
 * Queries at work, each with a time limit that stops it wherever it is: between two rows, on a
 * path, inside a regular expression. Floor 1; knows nothing of the house.
 */
package org.bluethread.execution;
