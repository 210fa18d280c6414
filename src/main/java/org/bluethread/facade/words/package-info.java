/** The words of the interface in the six languages of the United Nations. */
package org.bluethread.facade.words;
