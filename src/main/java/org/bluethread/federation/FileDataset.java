package org.bluethread.federation;

import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;

/** What a file of RDF says, in memory. */
final class FileDataset {
  private FileDataset() {}

  /**
   * All statements of a file, whichever graph they stand in, in the default graph.
   *
   * @throws MembersException if it cannot be read; it names line and column
   */
  static DatasetGraph of(Member.File file) {
    DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
    StreamRDF union =
        new StreamRDFWrapper(StreamRDFLib.dataset(dataset)) {
          @Override
          public void quad(Quad quad) {
            triple(quad.asTriple());
          }
        };
    try {
      dataset.executeWrite(
          () ->
              RDFParser.source(file.path())
                  .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                  .parse(union));
      return dataset;
    } catch (RiotException e) {
      throw new MembersException(
          "The member %s: %s cannot be read: %s"
              .formatted(file.name(), file.path(), e.getMessage()),
          e);
    }
  }
}
