package org.bluethread.facade.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bluethread.facade.pages.ThingPage.Format;

/** An address of this server in the making. Immutable. */
public final class Address {
  private final String path;
  private final Map<String, String> parameters;

  private Address(String path, Map<String, String> parameters) {
    this.path = path;
    this.parameters = parameters;
  }

  /** A path without parameters. */
  public static Address of(String path) {
    return new Address(path, Map.of());
  }

  /** The same with a parameter, after the others. */
  public Address with(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(parameters);
    changed.put(name, value);
    return new Address(path, changed);
  }

  /** Where the same is in the formats of machines and spreadsheets. */
  List<Format> asJsonAndCsv() {
    return List.of(
        new Format("JSON", "application/json", with("format", "json").toString()),
        new Format("CSV", "text/csv", with("format", "csv").toString()));
  }

  /** The path and its parameters. */
  @Override
  public String toString() {
    return parameters.isEmpty()
        ? path
        : path
            + parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + encode(one.getValue()))
                .collect(Collectors.joining("&", "?", ""));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
