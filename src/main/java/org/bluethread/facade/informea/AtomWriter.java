package org.bluethread.facade.informea;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.olingo.odata2.api.ep.EntityProvider;
import org.apache.olingo.odata2.api.ep.EntityProviderException;
import org.bluethread.publish.informea.Field;
import org.bluethread.publish.informea.Model;
import org.bluethread.publish.informea.Part;
import org.bluethread.publish.informea.RecordSet;
import org.bluethread.publish.informea.Records;
import org.bluethread.publish.informea.Row;

/**
 * Atom and the other XML of OData 2. Times of change are those of the records, so that the same
 * state of the graph gives the same answer at any time.
 *
 * @see <a href="https://www.odata.org/documentation/odata-version-2-0/atom-format/">OData 2: Atom
 *     format</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287</a>
 */
public final class AtomWriter implements AnswerWriter {
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String APP = "http://www.w3.org/2007/app";
  private static final String DATA = "http://schemas.microsoft.com/ado/2007/08/dataservices";
  private static final String META = DATA + "/metadata";
  private static final String RELATED = DATA + "/related/";
  private static final String SCHEME = DATA + "/scheme";

  /** Safe for threads once it is made. */
  private final XMLOutputFactory factory = XMLOutputFactory.newInstance();

  private final EdmModel model = new EdmModel();

  @Override
  public String mediaType(Answer answer) {
    return switch (answer) {
      case Answer.Sets sets -> "application/atomsvc+xml;charset=utf-8";
      case Answer.Feed feed -> "application/atom+xml;type=feed;charset=utf-8";
      case Answer.Entry entry -> "application/atom+xml;type=entry;charset=utf-8";
      case Answer.Text text -> "text/plain;charset=utf-8";
      case Answer.Metadata metadata -> "application/xml;charset=utf-8";
      case Answer.Value value -> "application/xml;charset=utf-8";
      case Answer.Links links -> "application/xml;charset=utf-8";
    };
  }

  @Override
  public void write(OutputStream out, Answer answer, Shown shown) throws IOException {
    try {
      switch (answer) {
        case Answer.Text text -> out.write(text.text().getBytes(StandardCharsets.UTF_8));
        case Answer.Metadata metadata -> metadata(out);
        default -> document(out, answer, shown);
      }
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private void metadata(OutputStream out) throws IOException {
    try (InputStream metadata =
        (InputStream)
            EntityProvider.writeMetadata(model.getSchemas(), new HashMap<>()).getEntity()) {
      metadata.transferTo(out);
    } catch (EntityProviderException e) {
      throw new IOException(e);
    }
  }

  private void document(OutputStream out, Answer answer, Shown shown) throws XMLStreamException {
    XMLStreamWriter xml = factory.createXMLStreamWriter(out, "utf-8");
    xml.writeStartDocument("utf-8", "1.0");
    switch (answer) {
      case Answer.Sets sets -> sets(xml, shown);
      case Answer.Feed feed -> feed(xml, feed, shown);
      case Answer.Entry entry -> {
        start(xml, "entry", shown);
        entry(xml, entry.set(), entry.row(), entry.selection(), shown, updated(entry.row()));
        xml.writeEndElement();
      }
      case Answer.Value value -> {
        xml.setDefaultNamespace(DATA);
        xml.writeStartElement(DATA, value.field().name());
        xml.writeDefaultNamespace(DATA);
        xml.writeNamespace("m", META);
        content(xml, value.field(), shown.value(value.row(), value.field()));
        xml.writeEndElement();
      }
      case Answer.Links links -> links(xml, links, shown);
      case Answer.Metadata metadata -> throw new AssertionError(metadata);
      case Answer.Text text -> throw new AssertionError(text);
    }
    xml.writeEndDocument();
    xml.flush();
  }

  private static void start(XMLStreamWriter xml, String name, Shown shown)
      throws XMLStreamException {
    xml.setDefaultNamespace(ATOM);
    xml.setPrefix("m", META);
    xml.setPrefix("d", DATA);
    xml.writeStartElement(ATOM, name);
    xml.writeDefaultNamespace(ATOM);
    xml.writeNamespace("m", META);
    xml.writeNamespace("d", DATA);
    xml.writeAttribute("xml:base", shown.root());
  }

  private static void sets(XMLStreamWriter xml, Shown shown) throws XMLStreamException {
    xml.setDefaultNamespace(APP);
    xml.setPrefix("atom", ATOM);
    xml.writeStartElement(APP, "service");
    xml.writeDefaultNamespace(APP);
    xml.writeNamespace("atom", ATOM);
    xml.writeAttribute("xml:base", shown.root());
    xml.writeStartElement(APP, "workspace");
    element(xml, ATOM, "title", "Default");
    for (RecordSet set : Model.ALL) {
      xml.writeStartElement(APP, "collection");
      xml.writeAttribute("href", set.name());
      element(xml, ATOM, "title", set.name());
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static void feed(XMLStreamWriter xml, Answer.Feed feed, Shown shown)
      throws XMLStreamException {
    start(xml, "feed", shown);
    Instant updated =
        feed.rows().stream().map(AtomWriter::updated).max(Instant::compareTo).orElse(Instant.EPOCH);
    head(xml, shown.root() + feed.path(), feed.set().name(), updated);
    link(xml, "self", feed.path(), feed.set().name());
    if (feed.count().isPresent()) {
      element(xml, META, "count", feed.count().get().toString());
    }
    for (Row row : feed.rows()) {
      xml.writeStartElement(ATOM, "entry");
      entry(xml, feed.set(), row, feed.selection(), shown, updated(row));
      xml.writeEndElement();
    }
    if (feed.next().isPresent()) {
      xml.writeEmptyElement(ATOM, "link");
      xml.writeAttribute("rel", "next");
      xml.writeAttribute("href", shown.root() + feed.next().get());
    }
    xml.writeEndElement();
  }

  private static Instant updated(Row row) {
    return Records.updated(row);
  }

  private static void head(XMLStreamWriter xml, String id, String title, Instant updated)
      throws XMLStreamException {
    element(xml, ATOM, "id", id);
    xml.writeStartElement(ATOM, "title");
    xml.writeAttribute("type", "text");
    xml.writeCharacters(title);
    xml.writeEndElement();
    element(xml, ATOM, "updated", updated.toString());
    xml.writeStartElement(ATOM, "author");
    element(xml, ATOM, "name", "BlueThread");
    xml.writeEndElement();
  }

  private static void entry(
      XMLStreamWriter xml,
      RecordSet set,
      Row row,
      Selection selection,
      Shown shown,
      Instant updated)
      throws XMLStreamException {
    String here = set.name() + Literals.key(row.id());
    head(xml, shown.root() + here, row.id(), updated);
    link(xml, "edit", here, set.type().name());
    for (Part part : selection.parts(set.type())) {
      part(xml, part, here, row, selection.expanded(part), shown, updated);
    }
    xml.writeEmptyElement(ATOM, "category");
    xml.writeAttribute("term", EdmModel.NAMESPACE + "." + set.type().name());
    xml.writeAttribute("scheme", SCHEME);
    xml.writeStartElement(ATOM, "content");
    xml.writeAttribute("type", "application/xml");
    xml.writeStartElement(META, "properties");
    for (Field field : selection.fields(set.type())) {
      xml.writeStartElement(DATA, field.name());
      content(xml, field, shown.value(row, field));
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static void part(
      XMLStreamWriter xml,
      Part part,
      String here,
      Row row,
      Optional<Selection> expanded,
      Shown shown,
      Instant updated)
      throws XMLStreamException {
    String there = here + "/" + part.name();
    xml.writeStartElement(ATOM, "link");
    xml.writeAttribute("href", there);
    xml.writeAttribute("rel", RELATED + part.name());
    xml.writeAttribute("type", "application/atom+xml;type=feed");
    xml.writeAttribute("title", part.name());
    if (expanded.isPresent()) {
      xml.writeStartElement(META, "inline");
      xml.writeStartElement(ATOM, "feed");
      head(xml, shown.root() + there, part.target().name(), updated);
      link(xml, "self", there, part.target().name());
      for (Row one : row.part(part.name())) {
        xml.writeStartElement(ATOM, "entry");
        entry(xml, part.target(), one, expanded.get(), shown, updated);
        xml.writeEndElement();
      }
      xml.writeEndElement();
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static void content(XMLStreamWriter xml, Field field, Optional<Object> value)
      throws XMLStreamException {
    switch (field.kind()) {
      case TEXT, ADDRESS -> {} // Texts need no type.
      case TIME, WHOLE, DECIMAL ->
          xml.writeAttribute(
              "m", META, "type", EdmModel.kind(field.kind()).getFullQualifiedName().toString());
    }
    if (value.isPresent()) {
      xml.writeCharacters(Literals.plain(value.get()));
    } else {
      xml.writeAttribute("m", META, "null", "true");
    }
  }

  private static void link(XMLStreamWriter xml, String relation, String href, String title)
      throws XMLStreamException {
    xml.writeEmptyElement(ATOM, "link");
    xml.writeAttribute("href", href);
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("title", title);
  }

  private static void element(XMLStreamWriter xml, String namespace, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(namespace, name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private static void links(XMLStreamWriter xml, Answer.Links links, Shown shown)
      throws XMLStreamException {
    xml.setDefaultNamespace(DATA);
    if (links.many()) {
      xml.writeStartElement(DATA, "links");
      xml.writeDefaultNamespace(DATA);
    }
    for (Row row : links.rows()) {
      xml.writeStartElement(DATA, "uri");
      if (!links.many()) {
        xml.writeDefaultNamespace(DATA);
      }
      xml.writeCharacters(shown.root() + links.set().name() + Literals.key(row.id()));
      xml.writeEndElement();
    }
    if (links.many()) {
      xml.writeEndElement();
    }
  }

  @Override
  public void error(OutputStream out, String code, String message) throws IOException {
    try {
      XMLStreamWriter xml = factory.createXMLStreamWriter(out, "utf-8");
      xml.writeStartDocument("utf-8", "1.0");
      xml.setDefaultNamespace(META);
      xml.writeStartElement(META, "error");
      xml.writeDefaultNamespace(META);
      element(xml, META, "code", code);
      xml.writeStartElement(META, "message");
      xml.writeAttribute("xml:lang", "en");
      xml.writeCharacters(message.replaceAll("\\p{Cntrl}", " "));
      xml.writeEndElement();
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }
}
