package io.dateline.ingest.parse;

import io.dateline.contracts.http.ProblemCode;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0. */
final class XmlFeedFormat implements DocumentFormat {
    private static final Pattern ROOT =
            Pattern.compile("<(?:[\\w.-]{1,20}:)?(rss|rdf|feed)[\\s>/]", Pattern.CASE_INSENSITIVE);

    @Override
    public String name() {
        return "xml-feed";
    }

    @Override
    public boolean reads(String mediaType, String head) {
        if (!head.startsWith("<")) {
            return false;
        }
        boolean html = mediaType.contains("html") && !ROOT.matcher(head).find();
        return !html
                && (mediaType.contains("xml")
                        || mediaType.contains("rss")
                        || ROOT.matcher(head).find());
    }

    @Override
    public ParseResult parse(Document document, Instant now) {
        String xml = document.text().stripLeading();
        XmlElement root;
        ParseResult.Fault broken = null;
        boolean cutOff = false;
        try {
            root = StrictXml.read(xml);
        } catch (XMLStreamException e) {
            broken = new ParseResult.Fault(0, "malformed", "Not well-formed XML" + at(e) + "; what could be read was.");
            root = LenientXml.read(xml);
            cutOff = !xml.stripTrailing().endsWith(">") || lastItemIsOpen(xml);
        }
        if (root == null) {
            return new ParseResult.Refused(ProblemCode.MALFORMED_DOCUMENT, "This is not well-formed XML and no feed.");
        }
        return switch (root.name) {
            case "rss", "rdf:rdf", "rdf" -> new RssReader(document, root).read(now, broken, cutOff);
            case "atom:feed", "feed" -> new AtomReader(document, root).read(now, broken, cutOff);
            default ->
                new ParseResult.Refused(
                        broken == null ? ProblemCode.UNSUPPORTED_MEDIA_TYPE : ProblemCode.MALFORMED_DOCUMENT,
                        "This is XML, but neither RSS nor Atom.");
        };
    }

    /** The end of a document that was cut off is no copy: the item will come whole with the next poll. */
    private static boolean lastItemIsOpen(String xml) {
        for (String item : List.of("item", "entry")) {
            int opened = Math.max(xml.lastIndexOf("<" + item + ">"), xml.lastIndexOf("<" + item + " "));
            if (opened >= 0 && xml.indexOf("</" + item + ">", opened) < 0) {
                return true;
            }
        }
        return false;
    }

    private static String at(XMLStreamException e) {
        return e.getLocation() == null || e.getLocation().getLineNumber() < 1
                ? ""
                : " (line " + e.getLocation().getLineNumber() + ")";
    }
}
