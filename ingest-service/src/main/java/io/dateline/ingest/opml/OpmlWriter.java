package io.dateline.ingest.opml;

import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes lists of feeds as OPML 2.0; what {@link OpmlReader} reads of it is what went in. */
public final class OpmlWriter {
    private OpmlWriter() {}

    /** A folder: folders within it by name, and its feeds in the order they came. */
    private static final class Folder {
        private final Map<String, Folder> folders = new TreeMap<>();
        private final List<Subscription> feeds = new ArrayList<>();
    }

    /** @throws XMLStreamException where the stream cannot be written to */
    public static void write(String title, List<Subscription> subscriptions, OutputStream out)
            throws XMLStreamException {
        Folder top = new Folder();
        for (Subscription one : subscriptions) {
            Folder folder = top;
            for (String name : one.folders()) {
                folder = folder.folders.computeIfAbsent(name, missing -> new Folder());
            }
            folder.feeds.add(one);
        }
        XMLStreamWriter writer = new WstxOutputFactory().createXMLStreamWriter(out, "UTF-8");
        writer.writeStartDocument("UTF-8", "1.0");
        writer.writeStartElement("opml");
        writer.writeAttribute("version", "2.0");
        writer.writeStartElement("head");
        writer.writeStartElement("title");
        writer.writeCharacters(title);
        writer.writeEndElement();
        writer.writeEndElement();
        writer.writeStartElement("body");
        write(top, writer);
        writer.writeEndDocument();
        writer.close();
    }

    private static void write(Folder folder, XMLStreamWriter writer) throws XMLStreamException {
        for (Map.Entry<String, Folder> inner : folder.folders.entrySet()) {
            writer.writeCharacters("\n");
            writer.writeStartElement("outline");
            writer.writeAttribute("text", inner.getKey());
            write(inner.getValue(), writer);
            writer.writeEndElement();
        }
        for (Subscription feed : folder.feeds) {
            writer.writeCharacters("\n");
            writer.writeEmptyElement("outline");
            writer.writeAttribute("type", "rss");
            writer.writeAttribute("text", feed.name());
            writer.writeAttribute("title", feed.name());
            writer.writeAttribute("xmlUrl", feed.url());
        }
    }
}
