package org.bluethread.lookup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;

/** Asks one commit of the index; all of an answer is from that commit. */
final class Search {

  private static final Sort BEST_FIRST =
      new Sort(SortField.FIELD_SCORE, new SortField(Schema.IRI, SortField.Type.STRING));

  private final IndexSearcher searcher;
  private final LabelAnalysis analysis;

  Search(IndexSearcher searcher, LabelAnalysis analysis) {
    this.searcher = searcher;
    this.analysis = analysis;
  }

  Optional<Standing> standing() throws IOException {
    DirectoryReader reader = (DirectoryReader) searcher.getIndexReader();
    return Standing.fromCommitData(reader.getIndexCommit().getUserData());
  }

  Hits hits(Query query) throws IOException {
    return hits(query, query.type().map(Set::of).orElse(Set.of()));
  }

  /** Things of one of the types; of any when none is given. */
  Hits hits(Query query, Set<String> types) throws IOException {
    LookupQueries queries = new LookupQueries(analysis, query.text(), query.language());
    Iterator<org.apache.lucene.search.Query> strictFirst = queries.strictFirst().iterator();
    while (strictFirst.hasNext()) {
      TopFieldDocs found = best(strictFirst.next(), types, query.offset() + query.limit());
      if (found.totalHits.value() > 0) {
        return new Hits(found.totalHits.value(), page(found, query), standing());
      }
    }
    return new Hits(0, List.of(), standing());
  }

  /**
   * What a name means: of several ways to be meant the surest alone counts, up to being a whole
   * label; below that every thing with its words may be meant.
   */
  Meaning meaning(String name, String language) throws IOException {
    Hits found = hits(new Query(name, Optional.empty(), language, Meaning.MOST_HITS, 0));
    List<Hit> hits = found.hits();
    int surest = hits.isEmpty() ? 0 : Tier.stepsIn(hits.get(0).score());
    return new Meaning(
        surest < Tier.WHOLE_LABEL.steps()
            ? hits
            : hits.stream().filter(hit -> Tier.stepsIn(hit.score()) == surest).toList());
  }

  List<String> resolve(String name, Set<String> types) throws IOException {
    return surest(new LookupQueries(analysis, name, "").named(), types);
  }

  List<String> called(String name, Set<String> types) throws IOException {
    return surest(new LookupQueries(analysis, name, "").called(), types);
  }

  private List<String> surest(Optional<org.apache.lucene.search.Query> named, Set<String> types)
      throws IOException {
    if (named.isEmpty()) {
      return List.of();
    }
    List<String> iris = new ArrayList<>();
    StoredFields stored = searcher.storedFields();
    ScoreDoc[] found = best(named.get(), types, ThingIndex.MAX_RESOLVED).scoreDocs;
    for (ScoreDoc doc : found) {
      if (score(doc) == score(found[0])) {
        iris.add(new StoredThing(stored.document(doc.doc)).iri());
      }
    }
    return List.copyOf(iris);
  }

  private TopFieldDocs best(org.apache.lucene.search.Query query, Set<String> types, int depth)
      throws IOException {
    int queue = Math.clamp(depth, 1, Math.max(1, searcher.getIndexReader().maxDoc()));
    return searcher.search(
        LookupQueries.ofTypes(query, types),
        new TopFieldCollectorManager(BEST_FIRST, queue, Integer.MAX_VALUE));
  }

  private List<Hit> page(TopFieldDocs found, Query query) throws IOException {
    StoredFields stored = searcher.storedFields();
    int end = Math.min(found.scoreDocs.length, query.offset() + query.limit());
    List<Hit> hits = new ArrayList<>();
    for (int i = query.offset(); i < end; i++) {
      ScoreDoc doc = found.scoreDocs[i];
      hits.add(new StoredThing(stored.document(doc.doc)).hit(query.language(), score(doc)));
    }
    return hits;
  }

  private static float score(ScoreDoc doc) {
    return (Float) ((FieldDoc) doc).fields[0];
  }
}
