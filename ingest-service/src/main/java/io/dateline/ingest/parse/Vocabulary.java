package io.dateline.ingest.parse;

import java.util.Locale;
import java.util.Map;

/** Namespaces of the feeds' vocabularies. RSS and Atom need no prefix: the root tells which of them a name is from. */
final class Vocabulary {
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("", ""),
            Map.entry("http://purl.org/rss/1.0/", ""),
            Map.entry("http://my.netscape.com/rdf/simple/0.9/", ""),
            Map.entry("http://channel.netscape.com/rdf/simple/0.9/", ""),
            Map.entry("http://purl.org/net/rss1.1#", ""),
            Map.entry("http://backend.userland.com/rss2", ""),
            Map.entry("http://blogs.law.harvard.edu/tech/rss", ""),
            Map.entry("http://www.w3.org/2005/atom", "atom:"),
            Map.entry("http://purl.org/atom/ns#", "atom:"),
            Map.entry("http://purl.org/pie/", "atom:"),
            Map.entry("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf:"),
            Map.entry("http://purl.org/dc/elements/1.1/", "dc:"),
            Map.entry("http://purl.org/dc/terms/", "dcterms:"),
            Map.entry("http://purl.org/rss/1.0/modules/content/", "content:"),
            Map.entry("http://search.yahoo.com/mrss/", "media:"),
            Map.entry("http://search.yahoo.com/mrss", "media:"),
            Map.entry("http://iptc.org/std/nar/2006-10-01/", "nar:"),
            Map.entry("http://iptc.org/std/nitf/2006-10-18/", "nitf:"),
            Map.entry("http://www.w3.org/1999/xhtml", "xhtml:"),
            Map.entry("http://www.w3.org/xml/1998/namespace", "xml:"));

    private Vocabulary() {}

    /** @param uri the namespace, or null; an unknown one keeps its names apart from those we read */
    static String name(String uri, String local) {
        String prefix = PREFIXES.get(uri == null ? "" : uri.strip().toLowerCase(Locale.ROOT));
        return (prefix == null ? "other:" : prefix) + local.toLowerCase(Locale.ROOT);
    }

    /** For documents that use a prefix they do not declare: what everybody means by it. */
    static String undeclared(String prefix, String local) {
        boolean usual = PREFIXES.containsValue(prefix + ":");
        return (prefix.isEmpty() ? "" : usual ? prefix + ":" : "other:") + local.toLowerCase(Locale.ROOT);
    }
}
