/**
 * Words and codes to things: a Lucene index with one document a thing, fed by commits.
 *
 * <p>{@link org.bluethread.lookup.ThingIndex} is the room's door: it is fed {@link
 * org.bluethread.lookup.Entry entries}, answers {@link org.bluethread.lookup.Query queries}, and
 * knows the commit it {@link org.bluethread.lookup.Standing stands} at. {@link
 * org.bluethread.lookup.CodeSpelling} says which spellings of a code are the same code. The room
 * knows labels, classes and codes; it does not know the graph they come from.
 */
package org.bluethread.lookup;
