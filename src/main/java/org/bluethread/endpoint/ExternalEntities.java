package org.bluethread.endpoint;

import java.io.ByteArrayInputStream;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.events.EntityDeclaration;
import org.bluethread.endpoint.RemoteAccessException.Fault;

/**
 * Refuses XML whose document type stands elsewhere, or declares an entity that does: the RDF/XML
 * parser does not fetch it, but reads it as nothing, so statements would come in with half their
 * text.
 */
final class ExternalEntities {
  private ExternalEntities() {}

  /**
   * @throws RemoteAccessException if there is such a declaration
   */
  static void refuse(byte[] xml) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setXMLResolver(
        (publicId, systemId, base, name) -> {
          throw new RemoteAccessException(Fault.DOCUMENT_TYPE, String.valueOf(systemId));
        });
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
      while (reader.hasNext() && reader.next() != XMLStreamConstants.START_ELEMENT) {
        if (reader.getEventType() == XMLStreamConstants.DTD) {
          check(reader);
        }
      }
      reader.close();
    } catch (XMLStreamException e) {
      return; // The RDF/XML parser says what is wrong with the document, with line and column.
    }
  }

  private static void check(XMLStreamReader reader) {
    @SuppressWarnings("unchecked") // The type that the interface promises for this property.
    List<EntityDeclaration> entities =
        (List<EntityDeclaration>) reader.getProperty("javax.xml.stream.entities");
    if (entities == null) {
      return; // A document type with nothing between brackets.
    }
    for (EntityDeclaration entity : entities) {
      if (entity.getSystemId() != null) {
        throw new RemoteAccessException(Fault.ENTITY, entity.getName(), entity.getSystemId());
      }
    }
  }
}
