package org.bluethread.publish.informea;

/**
 * Why a record is withheld.
 *
 * @param field what it cannot be without
 * @param reason what was looked for and not found
 */
public record Lack(String field, String reason) {}
