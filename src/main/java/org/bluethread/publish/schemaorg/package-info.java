/** Things and the catalogue as search engines read them: in the words of schema.org. Floor 3. */
package org.bluethread.publish.schemaorg;
