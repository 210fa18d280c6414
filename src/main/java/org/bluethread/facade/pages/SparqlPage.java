package org.bluethread.facade.pages;

/**
 * The query form.
 *
 * @param endpoint the address queries go to
 */
public record SparqlPage(String endpoint) {}
