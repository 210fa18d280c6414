/**
 * The change feed: versions of named graphs in the order of commits, in pages that never change
 * once they are full. Floor 3.
 */
package org.bluethread.publish.feed;
