/** What the API answers in JSON, which is JSON-LD too: records and the terms their keys mean. */
package org.bluethread.facade.answers;
