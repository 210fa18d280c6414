package org.bluethread.facade.answers;

/** The namespaces of the vocabularies that answers are described with. */
final class Ns {
  static final String AS = "https://www.w3.org/ns/activitystreams#";
  static final String DC = "http://purl.org/dc/elements/1.1/";
  static final String DCAT = "http://www.w3.org/ns/dcat#";
  static final String DCTERMS = "http://purl.org/dc/terms/";
  static final String PROV = "http://www.w3.org/ns/prov#";
  static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";
  static final String SCHEMA = "https://schema.org/";
  static final String SH = "http://www.w3.org/ns/shacl#";
  static final String SSSOM = "https://w3id.org/sssom/";

  private Ns() {}
}
