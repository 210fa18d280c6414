/** The program's front door: what {@code ./bluethread} starts. */
package org.bluethread;
