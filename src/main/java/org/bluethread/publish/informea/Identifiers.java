package org.bluethread.publish.informea;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.bluethread.graph.Sha256;
import org.bluethread.vocabulary.Addresses;

/**
 * What records are told apart by. They stand in addresses within quotation marks, so they have no
 * slash: {@code …/id/decision/cbd/x-29} is {@code cbd:x-29}. A thing with an identifier of another
 * form has a hash of it.
 */
final class Identifiers {
  private static final Pattern OURS =
      Pattern.compile(Pattern.quote(Addresses.THINGS) + "[a-z-]+/([a-z0-9.-]+(?:/[a-z0-9.-]+)*)");

  private static final int HASH = 32;

  private Identifiers() {}

  /** The identifier of a thing within things of its kind. */
  static String of(Node thing) {
    String iri = thing.toString();
    Matcher ours = OURS.matcher(iri);
    return ours.matches()
        ? ours.group(1).replace('/', ':')
        : Sha256.hex(iri.getBytes(StandardCharsets.UTF_8)).substring(0, HASH);
  }
}
