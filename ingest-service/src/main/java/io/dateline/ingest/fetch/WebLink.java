package io.dateline.ingest.fetch;

import io.dateline.contracts.net.References;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One link of a Link header (RFC 8288).
 *
 * @param rel one relation, lower case
 */
public record WebLink(String url, String rel) {
    private static final Pattern LINK = Pattern.compile("<([^<>\\r\\n]{1,4000})>([^<]{0,1000})");
    private static final Pattern REL =
            Pattern.compile(";\\s*rel\\s*=\\s*(?:\"([^\"]{1,200})\"|([^\\s;,\"]{1,200}))", Pattern.CASE_INSENSITIVE);
    private static final Pattern WHOLE = Pattern.compile("(?i)https?://[^/?#]");
    private static final int MOST = 50;

    /**
     * At most fifty; what cannot be read is left out.
     *
     * @param from what was fetched: relative addresses are meant from there (RFC 8288, section 3.1)
     */
    static List<WebLink> of(List<String> headers, URI from) {
        List<WebLink> links = new ArrayList<>();
        for (String header : headers) {
            Matcher link = LINK.matcher(header);
            while (link.find() && links.size() < MOST) {
                Matcher rel = REL.matcher(link.group(2));
                String url = resolved(from, link.group(1).strip());
                if (url != null && rel.find()) {
                    String value = rel.group(1) != null ? rel.group(1) : rel.group(2);
                    for (String one : value.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
                        links.add(new WebLink(url, one));
                    }
                }
            }
        }
        return List.copyOf(links);
    }

    /**
     * Null where it is no address. A whole one is taken as it stands, also with signs that none may have: it is a name too, by
     * which a hub knows its feed.
     */
    private static String resolved(URI from, String reference) {
        if (WHOLE.matcher(reference).lookingAt()) {
            return reference;
        }
        try {
            URI uri = URI.create(reference);
            return uri.isAbsolute() ? reference : References.resolve(from, uri).toString();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
