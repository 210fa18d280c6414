package org.bluethread.publish.sitemap;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Addresses for search engines, or the addresses of such lists, in XML.
 *
 * @see <a href="https://www.sitemaps.org/protocol.html">Sitemaps XML format</a>
 */
public enum Sitemap {
  /** A list of pages. */
  PAGES("urlset", "url"),
  /** A list of lists. */
  INDEX("sitemapindex", "sitemap");

  /** The longest address that may be listed. */
  public static final int LONGEST = 2047;

  /** Fewer than the protocol allows, so that addresses of that length fit into its 50 MB. */
  public static final int MOST = 20_000;

  private final String root;
  private final String entry;

  Sitemap(String root, String entry) {
    this.root = root;
    this.entry = entry;
  }

  /**
   * Something listed.
   *
   * @param location its address: a URI with its host
   * @param changed when it last changed, if that is known
   */
  public record Listed(String location, Optional<Instant> changed) {}

  /** Writes a list of {@link #MOST} at the most; addresses that are too long are left out. */
  public void write(Writer out, List<Listed> listed) throws IOException {
    out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.write("<" + root + " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for (Listed one : listed) {
      if (one.location().length() <= LONGEST) {
        write(out, one);
      }
    }
    out.write("</" + root + ">\n");
  }

  private void write(Writer out, Listed one) throws IOException {
    out.write("<" + entry + "><loc>" + escaped(one.location()) + "</loc>");
    if (one.changed().isPresent()) {
      out.write("<lastmod>" + one.changed().get() + "</lastmod>");
    }
    out.write("</" + entry + ">\n");
  }

  private static String escaped(String address) {
    return address
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("'", "&apos;")
        .replace("\"", "&quot;");
  }
}
