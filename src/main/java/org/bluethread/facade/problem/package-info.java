/** What goes wrong, told the same way everywhere: problem details after RFC 9457. */
package org.bluethread.facade.problem;
