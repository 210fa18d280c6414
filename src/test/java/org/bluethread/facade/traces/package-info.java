/** What traces look like, apart from a server. */
package org.bluethread.facade.traces;
