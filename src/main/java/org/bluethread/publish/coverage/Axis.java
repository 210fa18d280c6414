package org.bluethread.publish.coverage;

/** By what statements about targets are counted. */
public enum Axis {
  /** The document that makes the statement. */
  DOCUMENT,
  /** An organ that the other end of the statement is, or leads to. */
  ORGAN,
  /** A place or group of countries that the other end is, or leads to. */
  REGION,
  /** The class of the other end, if that is an activity. */
  ACTIVITY
}
