/** What documents say about the targets of a framework, counted. Floor 3. */
package org.bluethread.publish.coverage;
