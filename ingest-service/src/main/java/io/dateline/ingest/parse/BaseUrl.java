package io.dateline.ingest.parse;

/** What relative addresses at an element are relative to ({@code xml:base}; {@code base} in CDF). */
final class BaseUrl {
    private BaseUrl() {}

    /** Bases are relative to those around them, and all to the document. Null where none of them is known. */
    static String of(XmlElement element, String document) {
        if (element == null) {
            return document;
        }
        String outer = of(element.parent, document);
        String declared = element.attribute("xml:base");
        if (declared == null && element.name.equals("channel")) {
            declared = element.attribute("base");
        }
        String absolute = declared == null ? null : Links.absolute(outer, declared);
        return absolute == null ? outer : absolute;
    }
}
