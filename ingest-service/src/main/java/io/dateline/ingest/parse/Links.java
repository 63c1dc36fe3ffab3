package io.dateline.ingest.parse;

import io.dateline.contracts.article.ArticleLimits;
import io.dateline.contracts.net.References;
import io.dateline.contracts.net.WebAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Addresses in documents. */
final class Links {
    private static final String PLAIN = "/.-_?=&#;,+~!";

    /** Characters; resolving costs the length, and a document may have many. */
    private static final int LONGEST = 2 * ArticleLimits.URL;

    private Links() {}

    /** Absolute http(s) form of a reference, or null where there is none. */
    static String absolute(String base, String reference) {
        if (reference == null || reference.isBlank() || reference.length() > LONGEST) {
            return null;
        }
        String stripped = reference.strip();
        if (plain(stripped)) {
            return stripped;
        }
        String cleaned = stripped.replaceAll("[\\t\\n\\r]", "").replace(" ", "%20");
        try {
            URI uri = URI.create(cleaned);
            URI resolved = uri.isAbsolute() || base == null ? uri : References.resolve(URI.create(base), uri);
            return web(resolved);
        } catch (IllegalArgumentException e) {
            // Browsers take characters that URI does not (| and {): kept as written where the rest is plain.
            return cleaned.matches("(?i)https?://[^\\s\"<>\\p{Cntrl}\\p{Cs}]+") ? cleaned : null;
        }
    }

    /** An absolute address of nothing but letters, digits and what needs no second look; as nearly all are. */
    private static boolean plain(String url) {
        int host = url.startsWith("http://") ? 7 : url.startsWith("https://") ? 8 : url.length();
        if (host >= url.length() || !letterOrDigit(url.charAt(host))) {
            return false;
        }
        for (int i = host; i < url.length(); i++) {
            char c = url.charAt(i);
            if (!letterOrDigit(c) && PLAIN.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean letterOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    /** With its host in ASCII, as it will be looked up; null where it is no address of the web. */
    private static String web(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return null;
        }
        try {
            URI plain = uri.getHost() != null ? uri : WebAddress.parse(uri.toString());
            return WebAddress.host(plain) == null ? null : plain.toString();
        } catch (IllegalArgumentException e) {
            // A host that is no name.
            return null;
        }
    }

    /** A link to the site itself, or one that two items share, does not tell which article is meant. */
    static void judge(List<ArticleDraft> drafts, String site, String document) {
        Map<String, Integer> uses = new HashMap<>();
        drafts.forEach(draft -> uses.merge(key(draft.url), 1, Integer::sum));
        for (ArticleDraft draft : drafts) {
            String key = key(draft.url);
            draft.linkIsIdentity &=
                    draft.url != null && uses.get(key) == 1 && !key.equals(key(site)) && !key.equals(key(document));
        }
    }

    /** The same for addresses that differ in scheme, fragment or a last slash alone. */
    static String key(String url) {
        if (url == null) {
            return "";
        }
        int scheme = url.indexOf("://");
        int fragment = url.indexOf('#');
        String bare = url.substring(scheme < 0 ? 0 : scheme + 3, fragment < scheme + 3 ? url.length() : fragment);
        return bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
    }
}
