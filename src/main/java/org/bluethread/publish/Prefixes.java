package org.bluethread.publish;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.bluethread.vocabulary.Addresses;
import org.bluethread.vocabulary.BT;

/** The prefixes that answers are written with. */
public final class Prefixes {
  private static final Map<String, String> ALL = new TreeMap<>();

  static {
    ALL.put("bt", BT.NS);
    ALL.put("id", Addresses.THINGS);
    ALL.put("graph", Addresses.GRAPHS);
    ALL.put("dcat", "http://www.w3.org/ns/dcat#");
    ALL.put("dcterms", "http://purl.org/dc/terms/");
    ALL.put("dwc", "http://rs.tdwg.org/dwc/terms/");
    ALL.put("foaf", "http://xmlns.com/foaf/0.1/");
    ALL.put("geo", "http://www.opengis.net/ont/geosparql#");
    ALL.put("hydra", "http://www.w3.org/ns/hydra/core#");
    ALL.put("oa", "http://www.w3.org/ns/oa#");
    ALL.put("org", "http://www.w3.org/ns/org#");
    ALL.put("owl", "http://www.w3.org/2002/07/owl#");
    ALL.put("prov", "http://www.w3.org/ns/prov#");
    ALL.put("qb", "http://purl.org/linked-data/cube#");
    ALL.put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    ALL.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
    ALL.put("schema", "https://schema.org/");
    ALL.put("sdg", "http://metadata.un.org/sdg/");
    ALL.put("semapv", "https://w3id.org/semapv/vocab/");
    ALL.put("sh", "http://www.w3.org/ns/shacl#");
    ALL.put("skos", "http://www.w3.org/2004/02/skos/core#");
    ALL.put("spdx", "http://spdx.org/rdf/terms#");
    ALL.put("sssom", "https://w3id.org/sssom/");
    ALL.put("void", "http://rdfs.org/ns/void#");
    ALL.put("xsd", "http://www.w3.org/2001/XMLSchema#");
  }

  private Prefixes() {}

  /** The namespaces by prefix, sorted. */
  public static Map<String, String> namespaces() {
    return Collections.unmodifiableMap(ALL);
  }

  /** The prefixes, by name. */
  public static PrefixMap all() {
    PrefixMap map = PrefixMapFactory.create();
    ALL.forEach(map::add);
    return map;
  }
}
