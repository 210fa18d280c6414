package org.bluethread.publish.informea;

import java.util.List;
import org.apache.jena.rdf.model.Resource;
import org.bluethread.vocabulary.BT;

/**
 * Which things of the graph have records: those of a class, read by a reader. A set that no kind
 * fills is empty.
 *
 * @param type the class
 * @param set the set of the records
 * @param reader reads them
 */
record Kind(Resource type, RecordSet set, RecordReader reader) {
  /** All there are. */
  static final List<Kind> ALL =
      List.of(
          new Kind(BT.Decision, Model.DECISIONS, new DecisionReader()),
          new Kind(BT.Meeting, Model.MEETINGS, new MeetingReader()),
          new Kind(BT.Document, Model.DOCUMENTS, new DocumentReader("document")),
          new Kind(BT.Publication, Model.DOCUMENTS, new DocumentReader("publication")),
          new Kind(BT.EnvironmentalInterestArea, Model.SITES, new SiteReader()),
          new Kind(BT.Instrument, Model.TREATIES, new TreatyReader()));
}
