package io.dateline.ingest.parse;

import io.dateline.contracts.http.ProblemCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** RSS 0.9x, 1.0 and 2.0, CDF, Atom 0.3 and 1.0, Google News sitemaps. */
final class XmlFeedFormat implements DocumentFormat {
    private static final Pattern ROOT = Pattern.compile(
            "<(?:[\\w.-]{1,20}:)?(rss|rdf|feed|entry|channel|urlset|sitemapindex)[\\s>/]", Pattern.CASE_INSENSITIVE);
    /** Sitemaps are no type of their own, and so come as plain text as well. */
    private static final List<String> ITEMS = List.of("item", "entry", "url");

    @Override
    public String name() {
        return "xml-feed";
    }

    @Override
    public boolean reads(String mediaType, String head) {
        if (!head.startsWith("<")) {
            return false;
        }
        boolean feed = ROOT.matcher(head).find();
        return feed || !mediaType.contains("html") && (mediaType.contains("xml") || mediaType.contains("rss"));
    }

    @Override
    public ParseResult parse(Document document, Instant now) {
        Map<String, String> entities = PlainEntities.declaredIn(document.head());
        if (new CharsetRule(document.bytes(), document.contentType()).saysUtf8()) {
            try {
                XmlElement root = StrictXml.read(document.bytes(), CharsetRule.markLength(document.bytes()), entities);
                return new XmlFeed(document, root, null, false).read(now);
            } catch (XMLStreamException e) {
                // Not well-formed, or not UTF-8: both can be mended in its text.
                return again(document, document.text().stripLeading(), entities, now);
            }
        }
        return again(document, document.text().stripLeading(), entities, now);
    }

    /** As text: white space may stand before the declaration, and bytes that are no UTF-8 have been mended. */
    private static ParseResult again(Document document, String xml, Map<String, String> entities, Instant now) {
        try {
            return new XmlFeed(document, StrictXml.read(xml, entities), null, false).read(now);
        } catch (XMLStreamException e) {
            ParseResult.Fault broken =
                    new ParseResult.Fault(0, "malformed", "Not well-formed XML" + at(e) + "; what could be read was.");
            String kept = LenientXml.beginning(xml);
            XmlElement root = LenientXml.read(kept);
            if (root == null) {
                return new ParseResult.Refused(
                        ProblemCode.MALFORMED_DOCUMENT, "This is not well-formed XML and no feed.");
            }
            return new XmlFeed(document, root, broken, lastItemIsOpen(kept)).read(now);
        }
    }

    /** The end of a document that was cut off is no copy: the item will come whole with the next poll. */
    private static boolean lastItemIsOpen(String xml) {
        for (String item : ITEMS) {
            int opened = xml.lastIndexOf("<" + item);
            while (opened >= 0 && inName(xml, opened + 1 + item.length())) {
                opened = xml.lastIndexOf("<" + item, opened - 1);
            }
            if (opened >= 0 && xml.indexOf("</" + item + ">", opened) < 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean inName(String xml, int at) {
        return at < xml.length() && (Character.isLetterOrDigit(xml.charAt(at)) || xml.charAt(at) == ':');
    }

    private static String at(XMLStreamException e) {
        return e.getLocation() == null || e.getLocation().getLineNumber() < 1
                ? ""
                : " (line " + e.getLocation().getLineNumber() + ")";
    }
}
