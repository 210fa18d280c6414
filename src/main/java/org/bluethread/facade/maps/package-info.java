/** Maps as pictures: where things are, over a coastline that the program ships. */
package org.bluethread.facade.maps;
