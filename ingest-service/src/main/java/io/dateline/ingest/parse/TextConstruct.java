package io.dateline.ingest.parse;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** Text in an element, by what the element says of its kind: Atom 1.0's types, 0.3's MIME types and modes, or nothing. */
final class TextConstruct {
    private TextConstruct() {}

    /** Null where the element is, or where there is no text in it. */
    static Markup of(XmlElement element) {
        if (element == null) {
            return null;
        }
        String type = lower(element.attribute("type"));
        String mode = lower(element.attribute("mode"));
        if (mode.equals("base64") || binary(type) && !element.hasElements()) {
            return decoded(element.text());
        }
        if (element.hasElements()) {
            return Markup.html(element.markup());
        }
        if (type.contains("html") || mode.equals("escaped")) {
            return Markup.html(element.text());
        }
        boolean plain = type.equals("text") || type.equals("plain") || type.startsWith("text/") || atom(element);
        return plain ? Markup.unlessClearlyHtml(element.text()) : Markup.guess(element.text());
    }

    /** Atom's default is plain text; RSS does not say what its own is. */
    private static boolean atom(XmlElement element) {
        return element.name.startsWith("atom:");
    }

    /** RFC 4287, 4.1.3.3: what is neither text nor XML is Base64. */
    private static boolean binary(String type) {
        return type.indexOf('/') > 0
                && !type.startsWith("text/")
                && !type.endsWith("xml")
                && !type.contains("html")
                && !type.contains("json");
    }

    private static Markup decoded(String text) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(text);
            // Pictures and programs come this way too.
            boolean binary = new String(bytes, StandardCharsets.ISO_8859_1).indexOf('\0') >= 0;
            return binary || !MendedUtf8.plausible(bytes) ? null : Markup.guess(MendedUtf8.decode(bytes, 0));
        } catch (IllegalArgumentException e) {
            // Not Base64, whatever it says: then it is what it looks like.
            return Markup.guess(text);
        }
    }

    private static String lower(String attribute) {
        return attribute == null ? "" : attribute.strip().toLowerCase(Locale.ROOT);
    }
}
