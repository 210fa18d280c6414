/** Tests of what is built and how it is started. */
package org.bluethread.build;
