/** Tests of the records that portals harvest, over HTTP. */
package org.bluethread.facade.informea;
