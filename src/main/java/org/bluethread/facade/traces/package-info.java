/** Traces in the formats they can be had in. */
package org.bluethread.facade.traces;
