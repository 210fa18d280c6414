package org.bluethread.endpoint;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.events.EntityDeclaration;

/**
 * Refuses XML whose document type declares an entity that stands elsewhere: the RDF/XML parser does
 * not fetch it, but reads it as nothing, so statements would come in with half their text.
 */
final class ExternalEntities {
  private ExternalEntities() {}

  /**
   * @throws RemoteAccessException if there is such a declaration
   */
  static void refuse(byte[] xml) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setXMLResolver((publicId, systemId, base, name) -> InputStream.nullInputStream());
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
    for (EntityDeclaration entity : entities) {
      if (entity.getSystemId() != null) {
        throw new RemoteAccessException(
            "The entity \""
                + entity.getName()
                + "\" at <"
                + entity.getSystemId()
                + "> is refused: this server does not fetch from other hosts. Write its text into"
                + " the document.");
      }
    }
  }
}
