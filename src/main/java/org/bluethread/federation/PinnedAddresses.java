package org.bluethread.federation;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.http.conn.DnsResolver;
import org.bluethread.federation.ForbiddenAddressException.Fault;

/**
 * Looks up the host of a member and lets pass only addresses that its declaration allows. The
 * connection is made to the addresses given here, so that the name cannot mean another machine
 * between check and use. Safe for threads.
 */
final class PinnedAddresses implements DnsResolver {
  private final Member.Endpoint member;

  PinnedAddresses(Member.Endpoint member) {
    this.member = member;
  }

  /**
   * @throws ForbiddenAddressException if one of the addresses is of a kind that is not allowed
   */
  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = InetAddress.getAllByName(host);
    for (InetAddress address : addresses) {
      AddressKind kind = AddressKind.of(address);
      if (kind != AddressKind.PUBLIC && !member.addresses().contains(kind)) {
        throw new ForbiddenAddressException(
            Fault.KIND, member.name(), host, kind.word(), allowed());
      }
    }
    return addresses;
  }

  private String allowed() {
    return Arrays.stream(AddressKind.values())
        .filter(kind -> kind == AddressKind.PUBLIC || member.addresses().contains(kind))
        .map(AddressKind::word)
        .collect(Collectors.joining(", "));
  }
}
