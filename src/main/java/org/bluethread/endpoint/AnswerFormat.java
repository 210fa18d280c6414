package org.bluethread.endpoint;

import org.apache.jena.riot.Lang;

/**
 * How an answer is written.
 *
 * @param mediaType what the answer says it is
 * @param lang what writes it: for rows and truths a language of results, for statements one of RDF
 */
public record AnswerFormat(String mediaType, Lang lang) {
  /** The usual media type of a language. */
  public static AnswerFormat of(Lang lang) {
    return new AnswerFormat(lang.getContentType().getContentTypeStr(), lang);
  }
}
