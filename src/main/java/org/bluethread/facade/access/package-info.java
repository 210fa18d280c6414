/** Who may write: bearer tokens with scopes (RFC 6750). */
package org.bluethread.facade.access;
