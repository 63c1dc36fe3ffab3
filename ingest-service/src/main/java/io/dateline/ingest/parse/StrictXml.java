package io.dateline.ingest.parse;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Well-formed XML within limits. A document type is passed over, never read: no entity of its own is expanded, nothing
 * is loaded.
 */
final class StrictXml {
    static final int DEPTH = 200;
    static final int ATTRIBUTES = 500;
    static final int TEXT = 16 * 1024 * 1024;
    private static final XMLInputFactory FACTORY = factory();

    private StrictXml() {}

    private static XMLInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // Lazily, errors would come out of getText(), unchecked.
        factory.setProperty(WstxInputProperties.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 256 * 1024);
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, TEXT);
        return factory;
    }

    /** The root element. */
    static XmlElement read(String xml) throws XMLStreamException {
        XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(xml));
        try {
            XmlElement root = null;
            XmlElement at = null;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        at = start(reader, at);
                        root = root == null ? at : root;
                    }
                    case XMLStreamConstants.END_ELEMENT -> at = at.parent;
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        if (at != null) {
                            at.children.add(reader.getText());
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

    private static XmlElement start(XMLStreamReader reader, XmlElement parent) {
        XmlElement element = new XmlElement(Vocabulary.name(reader.getNamespaceURI(), reader.getLocalName()), parent);
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            element.attributes.put(
                    Vocabulary.name(reader.getAttributeNamespace(i), reader.getAttributeLocalName(i)),
                    reader.getAttributeValue(i));
        }
        if (parent != null) {
            parent.children.add(element);
        }
        return element;
    }
}
