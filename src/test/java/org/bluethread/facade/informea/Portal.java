package org.bluethread.facade.informea;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.olingo.odata2.api.edm.Edm;
import org.apache.olingo.odata2.api.ep.EntityProvider;
import org.apache.olingo.odata2.api.ep.EntityProviderException;
import org.bluethread.support.TestServer;

/** What the tests here ask a server, and a tiny graph that has one record of each kind. */
final class Portal {
  static final String BASE = "https://w3id.org/bluethread/";

  /** A treaty, its conference, two meetings of it, two decisions, a document. */
  static final String GRAPH =
      """
      PREFIX bt: <https://w3id.org/bluethread/ontology#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX schema: <https://schema.org/>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      BASE <https://w3id.org/bluethread/>
      GRAPH <graph/test> {
        <id/instrument/cbd/cbd> a bt:Instrument ; bt:treatyCode "cbd" ;
          skos:prefLabel "Convention on Biological Diversity"@en , "生物多样性公约"@zh ;
          bt:officialLabelIn "en" .
        <id/organ/cbd/cop> a bt:Organ ; bt:treatyCode "cbd" ;
          skos:prefLabel "Conference of the Parties"@en ;
          bt:holdsMeeting <id/meeting/cbd/cop-11> , <id/meeting/cbd/cop-12> .
        <id/place/ind/hyderabad> a bt:Place ; skos:prefLabel "Hyderabad"@en ;
          dcterms:isPartOf <id/country/ind> .
        <id/country/ind> a bt:Country ; bt:alpha2Code "IN" ; skos:prefLabel "India"@en .
        <id/meeting/cbd/cop-11> a bt:Meeting ; skos:prefLabel "Meeting 11"@en , "第十一届会议"@zh ;
          schema:startDate "2012-10-08"^^xsd:date ; schema:endDate "2012-10-19"^^xsd:date ;
          bt:inPlace <id/place/ind/hyderabad> ;
          bt:adopted <id/decision/cbd/xi-2> , <id/decision/cbd/xi-13> .
        <id/meeting/cbd/cop-12> a bt:Meeting ; skos:prefLabel "Meeting 12"@en ;
          schema:startDate "2014"^^xsd:gYear ; bt:adopted <id/decision/cbd/xii-2-b> .
        <id/decision/cbd/xi-2> a bt:Decision ; bt:decisionType "decision" ;
          skos:prefLabel "Review of progress"@en , "进展审查"@zh ;
          skos:notation "XI/2"^^bt:DecisionCode ;
          bt:hasProvision <id/provision/cbd/xi-2-12> ; bt:answeredBy <id/activity/unep/a> ;
          bt:concerns <id/topic/indicators> .
        <id/provision/cbd/xi-2-12> bt:concerns <id/target/aichi/1> .
        <id/observation/d/1> a bt:Finding ; bt:about <id/provision/cbd/xi-2-12> ;
          skos:note "Asks for a review."@en , "要求审查。"@zh .
        <id/topic/indicators> a bt:Topic ; skos:prefLabel "Indicators"@en .
        <id/target/aichi/1> a bt:Target ; skos:notation "AICHI-TARGET-01" ;
          skos:prefLabel "People know"@en .
        <id/target/aichi/11> a bt:Target ; skos:notation "AICHI-TARGET-11" ;
          bt:supportedBy <id/activity/unep/a> .
        <id/decision/cbd/xi-13> a bt:Decision ; bt:decisionType "decision" ;
          skos:prefLabel "Ways to \\"support\\" <science> & more"@en ;
          skos:notation "XI/13"^^bt:DecisionCode .
        <id/decision/cbd/xii-2-b> a bt:Decision ; bt:decisionType "decision" ;
          skos:prefLabel "Capacity"@en ; skos:notation "XII/2 B"^^bt:DecisionCode .
        <id/document/a-1> a bt:Document ; skos:prefLabel "Note"@en ;
          skos:notation "A/1"^^bt:DocumentSymbol ; bt:preparedBy <id/organ/cbd/cop> ;
          bt:cites <id/decision/cbd/xi-2> ; dcterms:date "2012-09-01"^^xsd:date .
      }
      """;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final TestServer server;

  Portal(TestServer server) {
    this.server = server;
  }

  /** An address below the service; values of options are encoded. */
  static String address(String path, String... options) {
    List<String> encoded = new ArrayList<>();
    for (String option : options) {
      int end = option.indexOf('=');
      encoded.add(
          option.substring(0, end + 1)
              + URLEncoder.encode(option.substring(end + 1), StandardCharsets.UTF_8));
    }
    return "informea.svc/" + path + (encoded.isEmpty() ? "" : "?" + String.join("&", encoded));
  }

  HttpResponse<String> json(String path, String... options) {
    return server.get(address(path, options), "application/json");
  }

  HttpResponse<String> atom(String path, String... options) {
    return server.get(address(path, options), "application/atom+xml");
  }

  /** What stands under {@code d}. */
  JsonNode d(String path, String... options) {
    return data(json(path, options));
  }

  static JsonNode data(HttpResponse<String> response) {
    if (response.statusCode() != 200) {
      throw new AssertionError(response.statusCode() + " " + response.body());
    }
    return tree(response.body()).get("d");
  }

  static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The numbers of decisions, or the identifiers of others, in the order of the answer. */
  List<String> ids(String set, String... options) {
    return ids(d(set, options).get("results"));
  }

  static List<String> ids(JsonNode results) {
    List<String> ids = new ArrayList<>();
    results.forEach(one -> ids.add(one.get("id").asText()));
    return ids;
  }

  /** The data model as a client of OData reads it. */
  Edm model() throws EntityProviderException {
    String metadata = server.get("informea.svc/$metadata", "*/*").body();
    return EntityProvider.readMetadata(
        new ByteArrayInputStream(metadata.getBytes(StandardCharsets.UTF_8)), true);
  }
}
