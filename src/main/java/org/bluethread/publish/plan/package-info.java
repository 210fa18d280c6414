/**
 * Plans as they stand in the graph: directions, actions, outputs, who has a part in them. Floor 3.
 */
package org.bluethread.publish.plan;
