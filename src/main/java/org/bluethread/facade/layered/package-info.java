/**
 * Pictures in layers, where nothing covers anything else: an order with few crossings, then a place
 * for each item near what it is joined to.
 */
package org.bluethread.facade.layered;
