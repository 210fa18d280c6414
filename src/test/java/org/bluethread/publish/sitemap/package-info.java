/** Tests of when pages changed. */
package org.bluethread.publish.sitemap;
