package org.bluethread.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What holds for the HTML of every page, whatever it shows. */
public final class PageRules {
  private PageRules() {}

  /** Holds a page to the rules. */
  public static void hold(String html) {
    headingsGoDownOneByOne(html);
    fieldsHaveLabelsAndEveryIdIsThereOnce(html);
    nothingRunsInItOrComesFromElsewhere(html);
  }

  private static void headingsGoDownOneByOne(String html) {
    assertThat(matches(html, "<h1[ >]")).hasSize(1);
    int deepest = 0;
    for (String heading : groups(html, "<h([1-6])[ >]")) {
      int level = Integer.parseInt(heading);
      assertThat(level).isLessThanOrEqualTo(deepest + 1);
      deepest = level;
    }
  }

  private static void fieldsHaveLabelsAndEveryIdIsThereOnce(String html) {
    List<String> ids = groups(html, " id=\"([^\"]+)\"");
    assertThat(ids).doesNotHaveDuplicates();
    for (MatchResult field : matches(html, "<(?:input|textarea|select)[^>]*>")) {
      if (!field.group().contains("type=\"hidden\"")) {
        String id = groups(field.group(), " id=\"([^\"]+)\"").get(0);
        assertThat(html).contains("for=\"" + id + "\"");
      }
    }
    assertThat(ids).containsAll(groups(html, "aria-(?:labelledby|describedby)=\"([^\"]+)\""));
    assertThat(matches(html, "<th(?! scope)[ >]")).isEmpty();
    assertThat(matches(html, "<div class=\"scroll[^\"]*\"[^>]*>"))
        .allMatch(one -> one.group().contains(" role=\"region\""))
        .allMatch(one -> one.group().contains(" aria-label"))
        .allMatch(one -> one.group().contains(" tabindex=\"0\""));
  }

  private static void nothingRunsInItOrComesFromElsewhere(String html) {
    assertThat(html)
        .doesNotContainPattern(
            "(?i)<script(?! src=\"/| type=\"application/ld\\+json\">)|<style|<iframe|<object|<base")
        .doesNotContainPattern("(?i)<[^>]*\\s(?:style|on[a-z]+)\\s*=");
    assertThat(groups(html, " (?:src|action)=\"([^\"]*)\"")).allMatch(PageRules::isOfThisHost);
    assertThat(groups(html, "<link[^>]* href=\"([^\"]*)\"")).allMatch(PageRules::isOfThisHost);
  }

  private static boolean isOfThisHost(String address) {
    return address.matches("/(?!/).*");
  }

  private static List<MatchResult> matches(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().toList();
  }

  private static List<String> groups(String text, String pattern) {
    return matches(text, pattern).stream().map(match -> match.group(1)).toList();
  }
}
