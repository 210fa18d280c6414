package org.bluethread.federation;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What an address of the network leads to. Only public ones may be asked without being allowed by
 * name.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry/">IANA's registry of
 *     special addresses, version 4</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry/">the same, version
 *     6</a>
 */
public enum AddressKind {
  /** Anybody's. */
  PUBLIC,
  /** This machine. */
  LOOPBACK,
  /** The network of an organisation. */
  PRIVATE,
  /** The network at hand, where clouds tell machines their secrets. */
  METADATA,
  /** Nothing that a service may have: multicast, documentation, unspecified. */
  RESERVED;

  private static final List<Block> BLOCKS =
      List.of(
          new Block("127.0.0.0/8", LOOPBACK),
          new Block("::1/128", LOOPBACK),
          // The services that clouds have for their machines, wherever these addresses lie.
          new Block("169.254.0.0/16", METADATA),
          new Block("fe80::/10", METADATA),
          new Block("fd00:ec2::/32", METADATA),
          new Block("fd20:ce::/32", METADATA),
          new Block("100.100.100.200/32", METADATA),
          new Block("168.63.129.16/32", METADATA),
          new Block("192.0.0.0/24", METADATA),
          new Block("10.0.0.0/8", PRIVATE),
          new Block("172.16.0.0/12", PRIVATE),
          new Block("192.168.0.0/16", PRIVATE),
          new Block("100.64.0.0/10", PRIVATE),
          new Block("fc00::/7", PRIVATE),
          new Block("fec0::/10", PRIVATE),
          new Block("0.0.0.0/8", RESERVED),
          new Block("192.0.2.0/24", RESERVED),
          new Block("198.18.0.0/15", RESERVED),
          new Block("198.51.100.0/24", RESERVED),
          new Block("203.0.113.0/24", RESERVED),
          new Block("224.0.0.0/3", RESERVED),
          new Block("::/128", RESERVED),
          new Block("100::/64", RESERVED),
          new Block("2001:db8::/32", RESERVED),
          new Block("ff00::/8", RESERVED));

  /** Addresses of version 6 that are ways to one of version 4, and where it stands in them. */
  private static final List<Embedding> EMBEDDINGS =
      List.of(
          new Embedding(new Block("::ffff:0:0:0/96", RESERVED), 12),
          new Embedding(new Block("64:ff9b::/96", RESERVED), 12),
          new Embedding(new Block("64:ff9b:1::/48", RESERVED), 12),
          new Embedding(new Block("2002::/16", RESERVED), 2),
          new Embedding(new Block("::/96", RESERVED), 12));

  /** The kind of an address. One that leads to another address is of that one's kind. */
  public static AddressKind of(InetAddress address) {
    byte[] bytes = address.getAddress();
    Stream<Block> blocks = BLOCKS.stream();
    AddressKind kind =
        blocks.filter(block -> block.has(bytes)).map(Block::kind).findFirst().orElse(PUBLIC);
    if (kind == PUBLIC && address instanceof Inet6Address) {
      return EMBEDDINGS.stream()
          .filter(embedding -> embedding.block.has(bytes))
          .map(embedding -> of(embedding.address(bytes)))
          .findFirst()
          .orElse(PUBLIC);
    }
    return kind;
  }

  /** What it is called in a declaration. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A block of addresses. */
  private static final class Block {
    private final byte[] prefix;
    private final int bits;
    private final AddressKind kind;

    Block(String cidr, AddressKind kind) {
      int slash = cidr.indexOf('/');
      this.prefix = literal(cidr.substring(0, slash));
      this.bits = Integer.parseInt(cidr.substring(slash + 1));
      this.kind = kind;
    }

    /** No name is looked up: the text is an address. */
    private static byte[] literal(String text) {
      try {
        return InetAddress.getByName(text).getAddress();
      } catch (UnknownHostException e) {
        throw new IllegalStateException(e);
      }
    }

    AddressKind kind() {
      return kind;
    }

    boolean has(byte[] address) {
      if (address.length != prefix.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if (((address[bit / 8] ^ prefix[bit / 8]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }

  private record Embedding(Block block, int start) {
    InetAddress address(byte[] bytes) {
      try {
        return Inet4Address.getByAddress(Arrays.copyOfRange(bytes, start, start + 4));
      } catch (UnknownHostException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
