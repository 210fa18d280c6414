package org.bluethread.publish.informea;

/**
 * A part of a record that has any number of records of its own.
 *
 * @param name its name in the record
 * @param target the set that those records are of
 */
public record Part(String name, RecordSet target) {}
