/** The shelf of named queries, tried on small graphs and on the project's own data. */
package org.bluethread.query;
