package io.dateline.ingest.extract;

import crawlercommons.domains.EffectiveTldFinder;
import io.dateline.contracts.net.WebAddress;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What the page says of its address, site and language. */
final class PageIdentity {
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}");

    private PageIdentity() {}

    /**
     * {@code rel=canonical}, else {@code og:url}. Null where there is none, where it belongs to another registered
     * domain than the page (a page may not speak for another's address), and where an article claims the site's front.
     *
     * @param url the page's own address, or null: then whatever the page says is taken
     */
    static String canonical(Document page, MetaTags meta, String url) {
        Element link = page.selectFirst("link[rel~=(?i)^canonical$][href]");
        String said = link != null ? link.absUrl("href") : null;
        String canonical = trusted(said, url);
        return canonical != null ? canonical : trusted(meta.first("og:url"), url);
    }

    private static String trusted(String said, String url) {
        URI claimed = web(said);
        URI own = web(url);
        if (claimed == null) {
            return null;
        }
        if (own == null) {
            return claimed.toString();
        }
        boolean front = path(claimed).length() <= 1
                && claimed.getQuery() == null
                && path(own).length() > 1;
        return front || !domain(WebAddress.host(claimed)).equals(domain(WebAddress.host(own)))
                ? null
                : claimed.toString();
    }

    private static String path(URI uri) {
        return uri.getPath() == null ? "" : uri.getPath();
    }

    private static String domain(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.startsWith("[") || name.matches("[0-9.]+")) {
            return name;
        }
        String domain = EffectiveTldFinder.getAssignedDomain(name, true);
        // A top-level domain that the public suffix list does not know counts as one label, by the list's own rule.
        return domain != null ? domain : name.replaceFirst("^.*\\.(?=[^.]+\\.[^.]+$)", "");
    }

    private static URI web(String address) {
        if (address == null || address.length() > 2_000) {
            return null;
        }
        try {
            URI uri = WebAddress.parse(address.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return WebAddress.host(uri) != null && (scheme.equals("http") || scheme.equals("https")) ? uri : null;
        } catch (IllegalArgumentException e) {
            // Not an address, whatever it is.
            return null;
        }
    }

    /** Lower-case host of an address, or null. */
    static String host(String url) {
        URI uri = web(url);
        return uri == null ? null : WebAddress.host(uri).toLowerCase(Locale.ROOT);
    }

    /** The picture that stands for the page where it is shared; absolute, or null. */
    static String image(MetaTags meta) {
        URI image = web(meta.first("og:image:secure_url", "og:image", "twitter:image"));
        return image == null ? null : image.toString();
    }

    /** BCP 47; null where none is declared in that form. */
    static String language(Document page, MetaTags meta, StructuredData data) {
        Element html = page.selectFirst("html");
        String[] places = {
            html == null ? null : html.attr("lang"),
            html == null ? null : html.attr("xml:lang"),
            data.language(),
            meta.first("og:locale"),
            meta.first("content-language"),
            meta.first("language", "dc.language")
        };
        for (String place : places) {
            String tag = place == null ? "" : place.strip().replace('_', '-');
            if (LANGUAGE.matcher(tag).matches()) {
                return tag;
            }
        }
        return null;
    }
}
