/**
 * Queries over several stores: FedX over this graph, other endpoints and files, and SERVICE to the
 * endpoints among them. Nothing is asked that is not declared.
 */
package org.bluethread.federation;
