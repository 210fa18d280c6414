package org.bluethread.execution;

import org.apache.jena.query.QueryCancelledException;

/** A query was stopped because memory got short and it had asked for most of it. */
public final class MemoryLimitException extends QueryCancelledException {
  private static final long serialVersionUID = 1L;

  @Override
  public String getMessage() {
    return "The query was stopped because the server's memory got short and it had taken most.";
  }
}
