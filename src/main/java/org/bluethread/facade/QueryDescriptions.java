package org.bluethread.facade;

import java.util.Optional;
import org.bluethread.facade.openapi.Field;
import org.bluethread.facade.openapi.Operation;
import org.bluethread.facade.openapi.Schema;
import org.bluethread.query.NamedQuery;
import org.bluethread.query.Parameter;

/** Named queries described for the OpenAPI document: each is a path with typed parameters. */
final class QueryDescriptions {
  private static final String ENGLISH = "en";

  private QueryDescriptions() {}

  /** A named query as a route of its own. */
  static Operation of(NamedQuery query) {
    Operation operation =
        Operation.get("/queries/" + query.name(), "Named queries", query.title().in(ENGLISH))
            .about(query.description().in(ENGLISH));
    for (Parameter parameter : query.parameters()) {
      if (!parameter.name().equals(Parameter.LANG.name())) {
        operation = operation.field(field(parameter));
      }
    }
    operation =
        operation
            .field(RouteDescriptions.lang())
            .may(
                "format",
                Schema.oneOf(QueryFormats.shortNames(query.query())),
                "The format, in the place of Accept.");
    if (query.query().isSelectType()) {
      operation =
          operation
              .may(
                  "limit",
                  Schema.integer(1, RowParts.MOST_ROWS),
                  "How many rows at the most. Without it, pages have "
                      + QueryView.ROWS_ON_A_PAGE
                      + " and data has all.")
              .may(
                  "after",
                  Schema.text(),
                  "The place after which to begin, as the header Link of the part before has it.")
              .may(
                  "offset",
                  Schema.integer(0, RowParts.MOST_ROWS).usually(0),
                  "How many rows to leave out first.");
    }
    return operation.gives(200, QueryFormats.of(query.query()).types());
  }

  private static Field field(Parameter parameter) {
    Schema schema =
        switch (parameter.kind()) {
          case THING, UNIT, TEXT, LANGUAGE -> Schema.text();
          case YEAR -> Schema.text("^[0-9]{4}$");
          case INTEGER -> Schema.integer();
          case DECIMAL -> Schema.number();
        };
    String meant =
        parameter
            .classIri()
            .map(kind -> " An IRI, code, slug or name of a thing of the class " + kind + ".")
            .orElse("");
    return new Field(
        parameter.name(),
        Field.Place.QUERY,
        parameter.required(),
        parameter.description().in(ENGLISH) + meant,
        parameter.defaultValue().map(value -> typed(schema, value)).orElse(schema),
        Optional.of(parameter.example()));
  }

  private static Schema typed(Schema schema, String usual) {
    return schema.usually(Field.typed(schema, usual));
  }
}
