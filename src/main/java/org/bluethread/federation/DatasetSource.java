package org.bluethread.federation;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.bluethread.execution.Execution;

/** A dataset in this process: this graph, or a file that was read. */
final class DatasetSource implements Source {
  private final String name;
  private final DatasetGraph dataset;

  /**
   * @param name of the member
   * @param dataset safe for threads, each with a read transaction of its own
   */
  DatasetSource(String name, DatasetGraph dataset) {
    this.name = name;
    this.dataset = dataset;
  }

  @Override
  public Rows rows(String text, Duration most) {
    Query query = QueryFactory.create(text);
    AtomicReference<Execution> running = new AtomicReference<>();
    Handover<Binding> rows =
        Handover.from(
            "member " + name,
            reader ->
                asking(
                    query,
                    most,
                    execution -> {
                      running.set(execution);
                      execution.rows().forEachRemaining(reader);
                    }));
    return new LocalRows(query.getProjectVars(), rows, running);
  }

  @Override
  public boolean truth(String text, Duration most) {
    Query query = QueryFactory.create(text);
    try (Handover<Boolean> answer =
        Handover.from(
            "member " + name,
            reader -> asking(query, most, execution -> reader.accept(execution.truth())))) {
      return answer.next();
    }
  }

  private void asking(Query query, Duration most, Consumer<Execution> use) {
    dataset.executeRead(
        () -> {
          try (Execution execution = Execution.start(query, dataset, most)) {
            use.accept(execution);
          } catch (QueryCancelledException e) {
            throw new MemberException(
                name, "did not answer within " + most.toMillis() / 1000.0 + " seconds.", e);
          }
        });
  }

  @Override
  public void close() {
    // The dataset is its owner's.
  }

  private record LocalRows(
      List<Var> variables, Handover<Binding> rows, AtomicReference<Execution> running)
      implements Rows {
    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public Binding next() {
      return rows.next();
    }

    @Override
    public void close() {
      rows.close();
      Execution execution = running.get();
      if (execution != null) {
        execution.stop();
      }
    }
  }
}
