package org.bluethread.publish.feed;

/**
 * Where a node of the tree of pages stands, but for the root.
 *
 * @param level 0 for pages with members, else how many levels of pages are below
 * @param number counts the nodes of a level from 0
 */
public record NodeAddress(int level, int number) {}
