package io.dateline.ingest.opml;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.ingest.parse.Document;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads lists of feeds as other programs write them: <a href="https://opml.org/spec2.opml">OPML</a> 1.0 to 2.0. A
 * document type is refused, so no entity is ever expanded; depth, attributes and outlines are limited. Thread-safe.
 */
public final class OpmlReader {
    /** Outlines of a document, folders included. */
    public static final int OUTLINES = 100_000;
    /** How deep elements may lie. */
    public static final int DEPTH = 100;

    private static final int ATTRIBUTES = 200;
    private static final int ATTRIBUTE_SIZE = 64 * 1024;
    /** What lists written by hand so often have in their addresses. */
    private static final Pattern BARE_AMPERSAND =
            Pattern.compile("&(?!(?:amp|lt|gt|quot|apos|#\\d{1,7}|#x[0-9A-Fa-f]{1,6});)");

    private static final XMLInputFactory FACTORY = factory();

    private OpmlReader() {}

    private static XMLInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, ATTRIBUTE_SIZE);
        return factory;
    }

    /**
     * The feeds in document order.
     *
     * @param opml the whole document; its size is for the caller to limit
     * @throws ProblemException {@code malformed-document}, or {@code too-large} where it has too many outlines
     */
    public static List<Subscription> read(byte[] opml) {
        try {
            return read(FACTORY.createXMLStreamReader(new ByteArrayInputStream(opml)));
        } catch (XMLStreamException strict) {
            // Most of what is ill-formed is an address pasted as it stood. The positions stay the same line by line.
            String text = new Document(opml, null, null).text();
            String mended = BARE_AMPERSAND.matcher(text).replaceAll("&amp;");
            if (mended.length() == text.length()) {
                throw malformed(strict);
            }
            try {
                return read(FACTORY.createXMLStreamReader(new StringReader(mended)));
            } catch (XMLStreamException e) {
                throw malformed(strict);
            }
        }
    }

    private static List<Subscription> read(XMLStreamReader reader) throws XMLStreamException {
        List<Subscription> found = new ArrayList<>();
        // One entry for each open outline: its name where it is a folder, empty where it is a feed.
        Deque<String> open = new ArrayDeque<>();
        int outlines = 0;
        boolean root = true;
        try {
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new ProblemException(
                            ProblemCode.MALFORMED_DOCUMENT, "A list of feeds with a document type is not read.");
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    if (root && !reader.getLocalName().equalsIgnoreCase("opml")) {
                        throw new ProblemException(ProblemCode.MALFORMED_DOCUMENT, "This is not OPML.");
                    }
                    root = false;
                    if (isOutline(reader)) {
                        if (++outlines > OUTLINES) {
                            throw new ProblemException(
                                    ProblemCode.TOO_LARGE, "The list has more than " + OUTLINES + " outlines.");
                        }
                        open.addLast(outline(reader, outlines, open, found));
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT && isOutline(reader)) {
                    open.removeLast();
                }
            }
            return found;
        } finally {
            reader.close();
        }
    }

    /** Notes the feed, where it is one; answers the name of the folder it is otherwise. */
    private static String outline(XMLStreamReader reader, int ordinal, Deque<String> open, List<Subscription> found) {
        String url = attribute(reader, "xmlUrl");
        String type = attribute(reader, "type");
        String name = attribute(reader, "title") != null ? attribute(reader, "title") : attribute(reader, "text");
        boolean feed = url != null || Objects.requireNonNullElse(type, "").matches("(?i)rss|atom|feed");
        if (feed) {
            List<String> folders =
                    open.stream().filter(folder -> !folder.isEmpty()).toList();
            found.add(new Subscription(ordinal, reader.getLocation().getLineNumber(), url, name, folders));
            return "";
        }
        return Objects.requireNonNullElse(name, "");
    }

    private static boolean isOutline(XMLStreamReader reader) {
        return reader.getLocalName().equalsIgnoreCase("outline");
    }

    /** Names are written in any case: xmlUrl, xmlurl, XMLURL. Null where it is missing or blank. */
    private static String attribute(XMLStreamReader reader, String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equalsIgnoreCase(name)) {
                String value = reader.getAttributeValue(i).strip();
                return value.isEmpty() ? null : value;
            }
        }
        return null;
    }

    private static ProblemException malformed(XMLStreamException e) {
        String where =
                e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNumber() + ")";
        return new ProblemException(
                ProblemCode.MALFORMED_DOCUMENT, "This is not well-formed XML within limits" + where + ".");
    }
}
