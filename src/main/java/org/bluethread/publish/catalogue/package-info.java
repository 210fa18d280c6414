/**
 * How the server describes what it holds: the catalogue, VoID, example queries and the files of
 * releases. Floor 3.
 */
package org.bluethread.publish.catalogue;
