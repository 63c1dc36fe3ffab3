package io.dateline.ingest.parse;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Well-formed XML within limits. Of a document type only plain texts are taken as entities ({@link PlainEntities}), and
 * HTML's own names need no declaration; nothing is loaded and nothing expands to more than a few characters.
 */
final class StrictXml {
    static final int DEPTH = 200;
    static final int ATTRIBUTES = 500;
    /** Elements in all; the largest feeds of real publishers have a tenth of it. */
    static final int ELEMENTS = 250_000;
    /** Characters between two tags that are kept; the longest body is a quarter of it. */
    static final int TEXT = 2 * 1024 * 1024;

    private static final int SEGMENT = 64 * 1024;
    /** To entities of the document's own, which may be longer than what refers to them. */
    static final int REFERENCES = 20_000;

    private static final XMLInputFactory FACTORY = factory(Map.of());

    private StrictXml() {}

    private static XMLInputFactory factory(Map<String, String> entities) {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // In pieces, so that a text without end is never one string.
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(WstxInputProperties.P_MIN_TEXT_SEGMENT, SEGMENT);
        // Lazily, errors would come out of getText(), unchecked.
        factory.setProperty(WstxInputProperties.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 256 * 1024);
        factory.setProperty(WstxInputProperties.P_UNDECLARED_ENTITY_RESOLVER, PlainEntities.resolver(entities));
        return factory;
    }

    /** The root element of UTF-8, read without making a string of it first. */
    static XmlElement read(byte[] utf8, int from, Map<String, String> entities) throws XMLStreamException {
        ByteArrayInputStream in = new ByteArrayInputStream(utf8, from, utf8.length - from);
        return read(forEntities(entities).createXMLStreamReader(in, "UTF-8"));
    }

    /** The root element. */
    static XmlElement read(String xml, Map<String, String> entities) throws XMLStreamException {
        return read(forEntities(entities).createXMLStreamReader(new StringReader(xml)));
    }

    private static XMLInputFactory forEntities(Map<String, String> declared) {
        return declared.isEmpty() ? FACTORY : factory(declared);
    }

    private static XmlElement read(XMLStreamReader reader) throws XMLStreamException {
        try {
            Vocabulary vocabulary = new Vocabulary();
            XmlElement root = null;
            XmlElement at = null;
            int elements = 0;
            int text = 0;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        at = start(reader, vocabulary, at);
                        root = root == null ? at : root;
                        text = 0;
                        elements += at.kept ? 1 : 0;
                        if (elements > ELEMENTS) {
                            throw new XMLStreamException("more than " + ELEMENTS + " elements", reader.getLocation());
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        at = at.parent;
                        text = 0;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        if (at != null && at.kept && text < TEXT) {
                            String piece = reader.getText();
                            at.add(piece.substring(0, Math.min(piece.length(), TEXT - text)));
                            text += piece.length();
                        }
                    }
                    case XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new XMLStreamException("an entity that XML does not know");
                    default -> {
                        // Comments and instructions carry no copy.
                    }
                }
            }
            return root;
        } finally {
            reader.close();
        }
    }

    private static XmlElement start(XMLStreamReader reader, Vocabulary vocabulary, XmlElement parent) {
        String uri = reader.getNamespaceURI();
        String local = reader.getLocalName();
        XmlElement element =
                new XmlElement(parent == null ? vocabulary.root(uri, local) : vocabulary.name(uri, local), parent);
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            // An attribute without a prefix belongs to its element, whatever namespace that is in.
            String space = reader.getAttributeNamespace(i);
            String name = reader.getAttributeLocalName(i);
            element.attribute(vocabulary.name(space == null ? "" : space, name), reader.getAttributeValue(i));
        }
        return element;
    }
}
