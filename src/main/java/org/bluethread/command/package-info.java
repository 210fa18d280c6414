/**
 * What the command line does: one class a command. Floor 5. {@link org.bluethread.command.Session}
 * is how all but {@code serve} reach the graph: through the server that runs on the data, or one of
 * their own for the moment.
 */
package org.bluethread.command;
