/** Tests of maps as pictures. */
package org.bluethread.facade.maps;
