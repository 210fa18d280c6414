package org.bluethread.facade.access;

/** What a token allows. */
public enum Scope {
  /** Writing, except to what a release ships. */
  WRITE,
  /** Writing to shipped graphs and shapes too. */
  RELEASE
}
