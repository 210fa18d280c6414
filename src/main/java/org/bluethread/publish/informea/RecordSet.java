package org.bluethread.publish.informea;

/**
 * A set of records of one type.
 *
 * @param name its name
 * @param type the type
 */
public record RecordSet(String name, RecordType type) {}
