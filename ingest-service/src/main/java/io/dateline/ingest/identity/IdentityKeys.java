package io.dateline.ingest.identity;

import io.dateline.contracts.net.CanonicalUrl;
import io.dateline.ingest.parse.ParsedArticle;
import io.dateline.ingest.text.Hashes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The names an article goes by, strongest first: the publisher's stable id, the canonical address, feed and guid; only
 * where it has none of these, its source and text. Each is a kind and 128 bits of SHA-256, as article ids are; the
 * strongest name at first sight becomes the id.
 */
final class IdentityKeys {
    static final String PUBLISHER = "pub-";
    static final String URL = "url-";
    static final String GUID = "guid-";
    static final String TEXT = "text-";
    /** Ids that are unique in the world, as {@code urn:newsml:…} and {@code tag:…}; others only within their source. */
    private static final Pattern WORLDWIDE = Pattern.compile("^(?:urn|tag|https?):\\S+$", Pattern.CASE_INSENSITIVE);

    /** RFC 9562: made to be no other's, but not the nil and the max one, which stand for none. */
    private static final Pattern UUID =
            Pattern.compile("(?i)\\{?[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\\}?");

    private static final Pattern NOT_TEXT = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final CanonicalUrl urls;

    IdentityKeys(CanonicalUrl urls) {
        this.urls = urls;
    }

    /** Never empty. */
    List<String> of(Incoming incoming) {
        ParsedArticle article = incoming.article();
        String source = incoming.origin().source().id();
        List<String> keys = new ArrayList<>(3);
        if (article.publisherId() != null) {
            String scope = worldwide(article.publisherId()) ? "" : source;
            keys.add(PUBLISHER + Hashes.short128(scope + "\n" + article.publisherId()));
        }
        String url = article.linkIsIdentity() ? urls.identity(article.url()) : null;
        if (url != null) {
            keys.add(URL + Hashes.short128(url));
        }
        for (String alias : incoming.aliases()) {
            String other = urls.identity(alias);
            if (other != null && !keys.contains(URL + Hashes.short128(other))) {
                keys.add(URL + Hashes.short128(other));
            }
        }
        if (article.guid() != null && incoming.origin().feedId() != null) {
            keys.add(GUID + Hashes.short128(incoming.origin().feedId() + "\n" + article.guid()));
        }
        if (keys.isEmpty()) {
            keys.add(TEXT + Hashes.short128(source + "\n" + normal(article)));
        }
        return keys;
    }

    private static boolean worldwide(String id) {
        return WORLDWIDE.matcher(id).matches();
    }

    /** Whether a guid can be no counter, and so is the item's own within its feed. */
    static boolean unique(String guid) {
        return worldwide(guid) || UUID.matcher(guid).matches();
    }

    /** Whether the guid is the item's own address once more, perhaps with a fragment that counts its versions. */
    boolean guidIsAddress(Incoming incoming) {
        String guid = urls.identity(incoming.article().guid());
        return guid != null && guid.equals(urls.identity(incoming.article().url()));
    }

    private static String normal(ParsedArticle article) {
        String text = article.titleDerived() ? article.body() : article.title() + "\n" + article.body();
        return NOT_TEXT.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
