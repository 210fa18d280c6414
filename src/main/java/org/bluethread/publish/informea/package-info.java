/**
 * The records that portals of multilateral environmental agreements harvest, as InforMEA lays them
 * out, and when each last changed. Floor 3.
 */
package org.bluethread.publish.informea;
