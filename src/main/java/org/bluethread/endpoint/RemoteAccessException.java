package org.bluethread.endpoint;

import org.bluethread.execution.FaultyRequestException;

/** A request that would make this server fetch something from another one. */
public final class RemoteAccessException extends FaultyRequestException {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Fault implements FaultyRequestException.Fault {
    /** The address that LOAD names. */
    LOAD(
        "LOAD <%s> is refused: this server does not fetch from other hosts. Send the data itself to"
            + " /data."),
    /** The endpoint that SERVICE names, and those that it may name. */
    SERVICE(
        "SERVICE %s is refused: this server asks declared endpoints only: %s. Ask others yourself"
            + " and bring the bindings with VALUES."),
    /** The endpoint that SERVICE names, where it may name none. */
    SERVICE_WITHOUT_MEMBERS(
        "SERVICE %s is refused: this server asks declared endpoints only, and none is declared. Ask"
            + " it yourself and bring the bindings with VALUES."),
    /** The endpoint that SERVICE names in an update. */
    SERVICE_IN_UPDATE(
        "SERVICE %s is refused in an update: ask /sparql first, and send what it found."),
    /** A graph that is not here, and a query for those that are. */
    GRAPH(
        "The graph <%s> is not held here, and this server does not fetch graphs from other hosts."
            + " List the graphs with %s."),
    /** The address of a context of JSON-LD, and those of the contexts that are here. */
    CONTEXT(
        "The JSON-LD context <%s> is refused: this server does not fetch from other hosts. Write"
            + " the context into the document, or refer to a bundled one: %s."),
    /** The address of a document type of XML. */
    DOCUMENT_TYPE(
        "The document type at <%s> is refused: this server does not fetch from other hosts. Write"
            + " it into the document."),
    /** The name and the address of an entity of XML. */
    ENTITY(
        "The entity \"%s\" at <%s> is refused: this server does not fetch from other hosts. Write"
            + " it into the document.");

    private final String sentence;

    Fault(String sentence) {
      this.sentence = sentence;
    }

    @Override
    public String sentence() {
      return sentence;
    }
  }

  RemoteAccessException(Fault fault, Object... arguments) {
    super(null, fault, arguments);
  }
}
