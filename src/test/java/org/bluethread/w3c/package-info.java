/**
 * The W3C's tests of SPARQL, sent over HTTP to a server whose default graph is separate: the reader
 * of the manifests, the kinds of tests, a client, and the comparison of answers.
 */
package org.bluethread.w3c;
