package org.bluethread.facade.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where pages link to. */
final class UiTest {
  private static final Ui ENGLISH = new Ui("en", "/", Map.of(), true, Optional.empty());
  private static final Ui CHINESE =
      new Ui("zh", "/", Map.of("lang", List.of("zh")), true, Optional.empty());

  @Test
  void aThingOfOursIsShownHere() {
    assertThat(ENGLISH.link("https://w3id.org/bluethread/id/action/isa/1.2.1"))
        .contains("/id/action/isa/1.2.1");
  }

  @Test
  void aTermOfTheOntologyIsAPlaceOnItsPage() {
    assertThat(ENGLISH.link("https://w3id.org/bluethread/ontology#Plan"))
        .contains("/ontology#Plan");
  }

  @Test
  void aShapeAndWhatStandsInForABlankNodeAreShownHere() {
    assertThat(ENGLISH.link("https://w3id.org/bluethread/shapes#TargetShape"))
        .contains("/shapes#TargetShape");
    assertThat(ENGLISH.link("https://w3id.org/bluethread/.well-known/genid/1"))
        .contains("/.well-known/genid/1");
  }

  @Test
  void aPartOfThisPageIsAPlaceOnIt() {
    Ui here = new Ui("en", "/ontology.html", Map.of(), true, Optional.empty());
    assertThat(here.link("https://w3id.org/bluethread/ontology#Plan")).contains("#Plan");
  }

  @Test
  void aLanguageOfTheAddressStaysInTheAddress() {
    assertThat(CHINESE.link("https://w3id.org/bluethread/ontology#Plan"))
        .contains("/ontology?lang=zh#Plan");
    assertThat(CHINESE.to("/search?q=x")).isEqualTo("/search?q=x&lang=zh");
  }

  @Test
  void anAddressOfAnotherHostIsItself() {
    assertThat(ENGLISH.link("https://www.isa.org.jm/")).contains("https://www.isa.org.jm/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JavaScript:alert(1)//https://x",
        "java\nscript:alert(1)",
        "\u0001javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "urn:example:x",
        "mailto:a@example.org",
        "//evil.example/",
        "/id/x",
        "http:javascript",
        "https:///x",
        "http://exa mple/",
        "",
        "https://w3id.org/bluethread//evil.example/x",
        "https://w3id.org/bluethread/.well-known/void"
      })
  void nothingElseIsALink(String iri) {
    assertThat(ENGLISH.link(iri)).isEmpty();
  }

  @Test
  void thePathOfAPageNeverLeadsToAnotherHost() {
    assertThat(new Ui("en", "//evil.example/x", Map.of(), true, Optional.empty()).inLanguage("fr"))
        .isEqualTo("/evil.example/x?lang=fr");
    assertThat(new Ui("en", "/\\evil.example/x", Map.of(), true, Optional.empty()).inLanguage("fr"))
        .isEqualTo("/evil.example/x?lang=fr");
  }

  @Test
  void anotherLanguageKeepsTheOtherParametersInTheirOrder() {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    parameters.put("q", List.of("a&b", "c"));
    parameters.put("lang", List.of("en"));
    parameters.put("type", List.of("Plan"));
    assertThat(new Ui("en", "/search", parameters, true, Optional.empty()).inLanguage("ar"))
        .isEqualTo("/search?q=a%26b&q=c&lang=ar&type=Plan");
  }
}
