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
  private final Rows rows;
  private final Set<String> missing;

  FederatedAnswer(Rows rows, Set<String> missing) {
    this.rows = rows;
    this.missing = Set.copyOf(missing);
  }

  /** The variables that rows may bind. */
  public List<Var> variables() {
    return rows.variables();
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
    rows.close();
  }
}
