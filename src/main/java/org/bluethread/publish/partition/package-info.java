/** How much the graph holds of each class and property, kept at its last commit. Floor 3. */
package org.bluethread.publish.partition;
