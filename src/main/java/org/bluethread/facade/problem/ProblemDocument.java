package org.bluethread.facade.problem;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * A problem details object, in one language.
 *
 * @param type an IRI for the kind of problem
 * @param title the kind in a few words
 * @param status the HTTP status
 * @param detail what is wrong this time
 * @param remedy how to mend it
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "remedy"})
public record ProblemDocument(
    String type, String title, int status, String detail, String remedy) {}
