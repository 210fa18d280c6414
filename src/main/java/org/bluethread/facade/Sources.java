package org.bluethread.facade;

import org.bluethread.federation.Federation;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.lookup.ThingIndex;
import org.bluethread.publish.catalogue.Dumps;
import org.bluethread.publish.feed.Feed;
import org.bluethread.publish.informea.InforMea;
import org.bluethread.publish.sitemap.PageDates;
import org.bluethread.query.Shelf;
import org.bluethread.trace.links.LinkIndex;

/**
 * What the door answers from. It starts, follows and closes none of it.
 *
 * @param graph what is served
 * @param shelf the named queries
 * @param index looks things up
 * @param links the links of the graph, for traces
 * @param dumps the files of releases
 * @param dates when pages last changed
 * @param federation who may be asked besides
 * @param feed the change feed
 * @param records the records that portals harvest
 */
public record Sources(
    KnowledgeGraph graph,
    Shelf shelf,
    ThingIndex index,
    LinkIndex links,
    Dumps dumps,
    PageDates dates,
    Federation federation,
    Feed feed,
    InforMea records) {}
