/** Pages for people: what each shows, as a record; how it looks stands in {@code src/main/jte}. */
package org.bluethread.facade.pages;
