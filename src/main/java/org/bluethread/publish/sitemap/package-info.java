/** Which pages there are for search engines, and when each last changed. Floor 3. */
package org.bluethread.publish.sitemap;
