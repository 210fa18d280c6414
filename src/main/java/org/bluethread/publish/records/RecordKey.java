package org.bluethread.publish.records;

/**
 * What a thing is called as a record.
 *
 * @param schema what kind of record it is
 * @param identifier its identifier, which no other record has
 */
public record RecordKey(RecordSchema schema, String identifier) {}
