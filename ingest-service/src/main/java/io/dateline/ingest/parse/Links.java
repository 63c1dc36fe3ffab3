package io.dateline.ingest.parse;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Addresses in documents. */
final class Links {
    private Links() {}

    /** Absolute http(s) form of a reference, or null where there is none. */
    static String absolute(String base, String reference) {
        if (reference == null || reference.isBlank()) {
            return null;
        }
        String cleaned = reference.strip().replaceAll("[\\t\\n\\r]", "").replace(" ", "%20");
        try {
            URI uri = URI.create(cleaned);
            URI resolved =
                    uri.isAbsolute() || base == null ? uri : URI.create(base).resolve(uri);
            return web(resolved) ? resolved.toString() : null;
        } catch (IllegalArgumentException e) {
            // Browsers take characters that URI does not (| and {): kept as written where the rest is plain.
            return cleaned.matches("(?i)https?://[^\\s\"<>\\p{Cntrl}\\p{Cs}]+") ? cleaned : null;
        }
    }

    private static boolean web(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        return (scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null;
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

    private static String key(String url) {
        if (url == null) {
            return "";
        }
        String bare = url.replaceFirst("(?i)^https?://", "").replaceFirst("#.*$", "");
        return bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
    }
}
