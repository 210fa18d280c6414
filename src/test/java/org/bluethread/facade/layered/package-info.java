/** Pictures in layers, of whatever. */
package org.bluethread.facade.layered;
