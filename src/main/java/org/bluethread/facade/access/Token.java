package org.bluethread.facade.access;

import java.util.Set;

/**
 * A token as it is kept: never its text, only a salted hash of it.
 *
 * @param name what the commit log calls its holder
 * @param scopes what it allows
 * @param salt 16 random bytes, hexadecimal
 * @param hash SHA-256 of salt and text, hexadecimal. A token's text is 256 random bits, so a slow
 *     hash would add nothing
 */
record Token(String name, Set<Scope> scopes, String salt, String hash) {}
