package org.bluethread.publish.informea;

/**
 * A single-valued part of a record.
 *
 * @param name its name
 * @param kind what values it has
 * @param required whether a record without it is withheld
 */
public record Field(String name, ValueKind kind, boolean required) {}
