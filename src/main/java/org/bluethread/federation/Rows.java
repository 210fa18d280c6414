package org.bluethread.federation;

import java.util.Iterator;
import java.util.List;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * Rows on their way. Reading them fails with a {@link MemberException} when their source does. For
 * one thread at a time; to be closed, read to the end or not.
 */
interface Rows extends Iterator<Binding>, AutoCloseable {
  /** The variables they may bind. */
  List<Var> variables();

  @Override
  void close();
}
