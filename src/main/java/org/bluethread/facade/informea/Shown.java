package org.bluethread.facade.informea;

import java.util.Optional;
import org.bluethread.publish.informea.Field;
import org.bluethread.publish.informea.Row;
import org.bluethread.publish.informea.ValueKind;
import org.bluethread.vocabulary.Addresses;

/**
 * Records as a client sees them: things of the graph have their addresses at this server, which
 * answers there, whatever the host of their IRIs does.
 *
 * @param site the address of the server, without slash at the end
 */
public record Shown(String site) {
  private static final String SERVICE = "/informea.svc/";

  /** The address of the service, with a slash at the end. */
  String root() {
    return site + SERVICE;
  }

  /** The value of a field; empty if it has none. */
  Optional<Object> value(Row row, Field field) {
    return field.kind() == ValueKind.ADDRESS
        ? row.value(field.name()).map(address -> here(address.toString()))
        : row.value(field.name());
  }

  private String here(String address) {
    return address.startsWith(Addresses.THINGS)
        ? site + "/" + address.substring(Addresses.BASE.length())
        : address;
  }
}
