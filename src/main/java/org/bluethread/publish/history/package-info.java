/** What commits changed, read from the commit log for those who look at it. */
package org.bluethread.publish.history;
