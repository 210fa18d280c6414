package org.bluethread.federation;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * An answer on its way: rows for a SELECT and for what a CONSTRUCT is made of. Reading it fails as
 * {@link Federation#ask} does. For one thread; to be closed, read to the end or not.
 */
public final class FederatedAnswer implements Iterator<Binding>, AutoCloseable {
  private final List<Var> variables;
  private final Iterator<Binding> rows;
  private final Runnable end;
  private final Set<String> missing;

  FederatedAnswer(
      List<Var> variables, Iterator<Binding> rows, Runnable end, Set<String> missing) {
    this.variables = List.copyOf(variables);
    this.rows = rows;
    this.end = end;
    this.missing = Set.copyOf(missing);
  }

  /** The variables that rows may bind. */
  public List<Var> variables() {
    return variables;
  }

  /** The names of the members that it was found without. */
  public Set<String> missing() {
    return missing;
  }

  @Override
  public boolean hasNext() {
    return rows.hasNext();
  }

  /**
   * @throws NoSuchElementException if there are no more
   */
  @Override
  public Binding next() {
    return rows.next();
  }

  @Override
  public void close() {
    end.run();
  }
}
