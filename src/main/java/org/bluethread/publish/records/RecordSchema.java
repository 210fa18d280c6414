package org.bluethread.publish.records;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.SKOS;
import org.bluethread.vocabulary.BT;

/**
 * What kinds of records there are: each is a class of things that have codes. The code is the
 * identifier, spelled as the thesaurus of the Convention on Biological Diversity spells it.
 */
@SuppressWarnings("ImmutableEnumChecker")
public enum RecordSchema {
  /** Targets of frameworks: {@code AICHI-TARGET-11}, {@code GBF-TARGET-03}. */
  TARGET(BT.Target, SKOS.notation),
  /** Goals of frameworks: {@code AICHI-GOAL-A}, {@code SUSTAINABLE-DEVELOPMENT-GOAL-14}. */
  GOAL(BT.Goal, SKOS.notation),
  /** Subjects of the Convention: {@code CBD-SUBJECT-MAR}. */
  SUBJECT(BT.Topic, SKOS.notation),
  /** Decisions by their numbers: {@code X/29}. */
  DECISION(BT.Decision, SKOS.notation),
  /** Documents by their symbols: {@code UNEP/CBD/SBI/1/6}. */
  DOCUMENT(BT.Document, SKOS.notation),
  /** Countries by two letters of ISO 3166 in lower case: {@code fr}. */
  COUNTRY(BT.Country, BT.alpha2Code);

  private static final Pattern SUSTAINABLE_GOAL = Pattern.compile("SDG-([0-9]{1,2})");

  private final Node type;
  private final Node code;

  RecordSchema(Resource type, Property code) {
    this.type = type.asNode();
    this.code = code.asNode();
  }

  /** Its name in addresses and answers. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The names of all. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(RecordSchema::label).toList();
  }

  /** The class of its things. */
  public Node type() {
    return type;
  }

  /** The property that has their codes. */
  Node code() {
    return code;
  }

  /** The identifier that a code of one of its things is. */
  String identifier(String code) {
    return switch (this) {
      case COUNTRY -> code.toLowerCase(Locale.ROOT);
      case GOAL -> {
        Matcher goal = SUSTAINABLE_GOAL.matcher(code);
        yield goal.matches()
            ? "SUSTAINABLE-DEVELOPMENT-GOAL-%02d".formatted(Integer.parseInt(goal.group(1)))
            : code;
      }
      default -> code;
    };
  }
}
