package org.bluethread.facade;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The formats that things and graphs are described in, each with the suffix that asks for it. */
enum DocumentFormat {
  HTML(".html", MediaTypes.HTML),
  TURTLE(".ttl", MediaTypes.TURTLE),
  TRIG(".trig", MediaTypes.TRIG),
  N_TRIPLES(".nt", MediaTypes.N_TRIPLES),
  JSON_LD(".jsonld", MediaTypes.JSON_LD),
  RDF_XML(".rdf", MediaTypes.RDF_XML);

  private final String suffix;
  private final String type;

  DocumentFormat(String suffix, String type) {
    this.suffix = suffix;
    this.type = type;
  }

  String suffix() {
    return suffix;
  }

  /** The media type. */
  String type() {
    return type;
  }

  /** The media types of all formats, HTML first. */
  static List<String> types() {
    return Arrays.stream(values()).map(DocumentFormat::type).toList();
  }

  /** The format of one of {@link #types}. */
  static DocumentFormat ofType(String type) {
    return Arrays.stream(values())
        .filter(format -> format.type.equals(type))
        .findFirst()
        .orElseThrow();
  }

  /** The format that the end of a path asks for; no other dot is a suffix. */
  static Optional<DocumentFormat> ofPath(String path) {
    return Arrays.stream(values()).filter(format -> path.endsWith(format.suffix)).findFirst();
  }
}
