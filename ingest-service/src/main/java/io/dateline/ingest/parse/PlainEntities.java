package io.dateline.ingest.parse;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamException;
import org.jsoup.nodes.Entities;

/** Entities that stand for a few characters and nothing else: no bomb can be made of them, and no file read. */
final class PlainEntities {
    private static final int MOST = 64;
    private static final Pattern DECLARATION = Pattern.compile("<!ENTITY\\s{1,8}([A-Za-z][\\w.-]{0,40})\\s{1,8}"
            + "(?:\"([^\"&%<]{0,64})\"|'([^'&%<]{0,64})'|[\"'](&#x?\\w{1,6};)[\"'])\\s{0,8}>");

    private PlainEntities() {}

    /** Those a document declares itself at its beginning; the rest of its DOCTYPE is passed over. */
    static Map<String, String> declaredIn(String head) {
        if (!head.contains("<!ENTITY")) {
            return Map.of();
        }
        Map<String, String> entities = new LinkedHashMap<>();
        Matcher declaration = DECLARATION.matcher(head);
        while (declaration.find() && entities.size() < MOST) {
            String text = declaration.group(2) != null ? declaration.group(2) : declaration.group(3);
            entities.putIfAbsent(declaration.group(1), text != null ? text : declaration.group(4));
        }
        return entities;
    }

    /**
     * The given ones, of which one document may use {@link StrictXml#REFERENCES}, then HTML's own names, which RSS 0.91
     * declares and many use without.
     */
    static XMLResolver resolver(Map<String, String> declared) {
        AtomicInteger left = new AtomicInteger(StrictXml.REFERENCES);
        return (publicId, systemId, base, name) -> {
            String text = declared.get(name);
            if (text != null && left.getAndDecrement() <= 0) {
                throw new XMLStreamException("too many references to entities of the document's own");
            }
            if (text == null) {
                String html = Entities.getByName(name);
                // Read as XML once more, so that what XML would take for its own is written as a number.
                text = html.equals("&") || html.equals("<") ? "&#" + (int) html.charAt(0) + ";" : html;
            }
            return text.isEmpty() ? null : new StringReader(text);
        };
    }
}
