/** What pages are made of, apart from a server. */
package org.bluethread.facade.words;
