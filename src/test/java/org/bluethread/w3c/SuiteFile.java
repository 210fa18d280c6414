package org.bluethread.w3c;

import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * A file of the suite.
 *
 * @param address its IRI, which relative IRIs in it are resolved against
 * @param text what it holds
 */
record SuiteFile(String address, String text) {
  /** What comes behind the last dot of the name. */
  String ending() {
    return address.substring(address.lastIndexOf('.') + 1);
  }

  /** The syntax of an RDF file. */
  Lang lang() {
    return RDFLanguages.filenameToLang(address);
  }

  /** An RDF file as a dataset; triples stand in its default graph. */
  DatasetGraph dataset() {
    return RDFParser.fromString(text, lang()).base(address).toDatasetGraph();
  }

  /** The text of a query, an update, Turtle or TriG that says itself what its base is. */
  String withBase() {
    return "BASE <" + address + ">\n" + text;
  }
}
