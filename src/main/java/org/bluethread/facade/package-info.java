/**
 * The one door to the outside: Javalin routes, content negotiation, limits, tokens, pages and
 * problem answers. Floor 4; no graph logic.
 */
package org.bluethread.facade;
