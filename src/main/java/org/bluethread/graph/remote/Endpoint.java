package org.bluethread.graph.remote;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a store answers queries, and what it is to be told about who asks.
 *
 * @param url the address, without user and password
 * @param authorization the value of the header Authorization, which nobody is shown
 */
public record Endpoint(String url, Optional<String> authorization) {
  /** The variable of the environment that has the header Authorization for the store. */
  public static final String AUTHORIZATION_VARIABLE = "BLUETHREAD_STORE_AUTHORIZATION";

  /**
   * Reads an address.
   *
   * @param text {@code http://…} or {@code https://…}, with {@code user:password@} if need be
   * @param authorization the value of the header Authorization; if empty, user and password of the
   *     address make one
   * @throws IllegalArgumentException if it is no such address; the message does not repeat it, as
   *     it may have a password
   */
  public static Endpoint of(String text, Optional<String> authorization) {
    try {
      URI uri = new URI(text);
      boolean usable =
          ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
              && uri.getHost() != null
              && uri.getRawFragment() == null;
      if (!usable) {
        throw new IllegalArgumentException("The address of a store begins with http or https.");
      }
      Optional<String> basic = Optional.ofNullable(uri.getUserInfo()).map(Endpoint::basic);
      String userInfo = uri.getRawUserInfo();
      String plain = userInfo == null ? text : text.replaceFirst("//[^/@]*@", "//");
      return new Endpoint(plain, authorization.or(() -> basic));
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("The address of the store is not one.", null);
    }
  }

  private static String basic(String userAndPassword) {
    return "Basic "
        + Base64.getEncoder().encodeToString(userAndPassword.getBytes(StandardCharsets.UTF_8));
  }

  /** Its address alone: parameters may hold a key. */
  String name() {
    int parameters = url.indexOf('?');
    return parameters < 0 ? url : url.substring(0, parameters);
  }

  /** Without what nobody is shown. */
  @Override
  public String toString() {
    return name();
  }
}
