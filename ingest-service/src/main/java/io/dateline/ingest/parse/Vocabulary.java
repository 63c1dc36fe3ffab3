package io.dateline.ingest.parse;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names in one document, by the namespaces of the feeds' vocabularies. RSS, CDF and sitemaps need no prefix: the root
 * tells which of them a name is from.
 */
final class Vocabulary {
    /** Lower-case, without {@code https}, trailing slash or number sign: they are written in all ways. */
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("", ""),
            Map.entry("http://purl.org/rss/1.0", ""),
            Map.entry("http://my.netscape.com/rdf/simple/0.9", ""),
            Map.entry("http://channel.netscape.com/rdf/simple/0.9", ""),
            Map.entry("http://my.netscape.com/publish/formats/rss-0.9.dtd", ""),
            Map.entry("http://my.netscape.com/publish/formats/rss-0.91.dtd", ""),
            Map.entry("http://purl.org/net/rss1.1", ""),
            Map.entry("http://backend.userland.com/rss", ""),
            Map.entry("http://backend.userland.com/rss2", ""),
            Map.entry("http://blogs.law.harvard.edu/tech/rss", ""),
            Map.entry("http://www.sitemaps.org/schemas/sitemap/0.9", ""),
            Map.entry("http://www.google.com/schemas/sitemap/0.84", ""),
            Map.entry("http://www.google.com/schemas/sitemap/0.9", ""),
            Map.entry("http://www.w3.org/2005/atom", "atom:"),
            Map.entry("http://purl.org/atom/ns", "atom:"),
            Map.entry("http://purl.org/atom/1.0", "atom:"),
            Map.entry("http://purl.org/pie", "atom:"),
            Map.entry("http://www.w3.org/1999/02/22-rdf-syntax-ns", "rdf:"),
            Map.entry("http://purl.org/dc/elements/1.0", "dc:"),
            Map.entry("http://purl.org/dc/elements/1.1", "dc:"),
            Map.entry("http://purl.org/dc/terms", "dcterms:"),
            Map.entry("http://purl.org/rss/1.0/modules/dcterms", "dcterms:"),
            Map.entry("http://purl.org/rss/1.0/modules/content", "content:"),
            Map.entry("http://search.yahoo.com/mrss", "media:"),
            Map.entry("http://video.search.yahoo.com/mrss", "media:"),
            Map.entry("http://www.rssboard.org/media-rss", "media:"),
            Map.entry("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes:"),
            Map.entry("http://rssnamespace.org/feedburner/ext/1.0", "feedburner:"),
            Map.entry("http://www.google.com/schemas/sitemap-news/0.9", "news:"),
            Map.entry("http://www.google.com/schemas/sitemap-image/1.1", "image:"),
            Map.entry("http://iptc.org/std/nar/2006-10-01", "nar:"),
            Map.entry("http://iptc.org/std/nitf/2006-10-18", "nitf:"),
            Map.entry("http://www.w3.org/1999/xhtml", "xhtml:"),
            Map.entry("http://www.w3.org/xml/1998/namespace", "xml:"));

    private static final Set<String> WITHOUT_PREFIX = Set.of("rss", "channel", "urlset", "sitemapindex");
    private static final int MEMORY = 1_000;

    private final Map<String, Map<String, String>> known = new HashMap<>();
    private String own;
    private int remembered;

    /** The root's name. A namespace nobody else uses does not make a feed another format. */
    String root(String uri, String local) {
        if (WITHOUT_PREFIX.contains(local.toLowerCase(Locale.ROOT))) {
            own = uri == null ? "" : uri;
        }
        return name(uri, local);
    }

    /** @param uri the namespace, or null; an unknown one keeps its names apart from those we read */
    String name(String uri, String local) {
        String namespace = uri == null ? "" : uri;
        Map<String, String> names = known.get(namespace);
        String name = names == null ? null : names.get(local);
        if (name == null) {
            name = prefix(namespace).concat(local.toLowerCase(Locale.ROOT)).intern();
            if (remembered++ < MEMORY) {
                known.computeIfAbsent(namespace, any -> new HashMap<>()).put(local, name);
            }
        }
        return name;
    }

    private String prefix(String namespace) {
        if (namespace.equals(own)) {
            return "";
        }
        String plain = namespace.strip().toLowerCase(Locale.ROOT);
        plain = plain.startsWith("https:") ? "http:" + plain.substring(6) : plain;
        while (plain.endsWith("/") || plain.endsWith("#")) {
            plain = plain.substring(0, plain.length() - 1);
        }
        return PREFIXES.getOrDefault(plain, "other:");
    }

    /** For documents that use a prefix they do not declare: what everybody means by it. */
    static String undeclared(String prefix, String local) {
        boolean usual = PREFIXES.containsValue(prefix + ":");
        String name = (prefix.isEmpty() ? "" : usual ? prefix + ":" : "other:") + local.toLowerCase(Locale.ROOT);
        return name.intern();
    }
}
