/** Things as records of a clearing-house, under the identifiers that clearing-houses share. */
package org.bluethread.publish.records;
