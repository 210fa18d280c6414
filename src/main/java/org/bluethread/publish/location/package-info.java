/** Where on earth things are. */
package org.bluethread.publish.location;
