package org.bluethread.facade.pages;

/**
 * A link with its words.
 *
 * @param label what it says, in no particular language, for example {@code CSV}
 * @param href an address on this server
 */
public record Link(String label, String href) {}
