package io.dateline.ingest.feed;

import io.dateline.contracts.article.ArticleLimits;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.contracts.net.AddressGuard;
import io.dateline.contracts.net.WebAddress;
import io.dateline.ingest.identity.Database;
import io.dateline.ingest.identity.Origin;
import io.dateline.ingest.text.CleanText;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/** What a feed must be like. Pure but for the guard's allow-list. */
final class FeedRules {
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Set<String> FULL_TEXT = Set.of("never", "when-short", "always");

    private final AddressGuard guard;
    private final Duration shortest;
    private final Duration usual;

    FeedRules(AddressGuard guard, Duration shortest, Duration usual) {
        this.guard = guard;
        this.shortest = shortest;
        this.usual = usual;
    }

    /**
     * A feed that may be polled.
     *
     * @param url     in one form for all the ways to write it, so that no feed is polled twice
     * @param written the same as it was written: older versions kept that
     * @param host    where politeness is kept: its port is named only where it is not the usual one
     */
    record Valid(
            String url, String written, String host, String name, String source, Duration interval, String fullText) {

        /** At the address the feed has, where this is only another way to write it: nothing is known anew of that. */
        Valid keeping(String stored) {
            boolean same = WebAddress.plain(URI.create(stored)).equals(url);
            return same ? new Valid(stored, written, host, name, source, interval, fullText) : this;
        }
    }

    Valid check(FeedRequest request) {
        URI uri = uri(request.url());
        String name = request.name() == null || request.name().isBlank() ? WebAddress.host(uri) : request.name();
        name = CleanText.line(name).text();
        if (name.isEmpty() || name.length() > ArticleLimits.SHORT_TEXT) {
            throw invalid("name has 1 to " + ArticleLimits.SHORT_TEXT + " characters.");
        }
        String source =
                Origin.sourceId(request.source() == null || request.source().isBlank() ? name : request.source());
        return new Valid(
                WebAddress.plain(uri),
                uri.getPath().isEmpty() && uri.getQuery() == null ? uri + "/" : uri.toString(),
                AddressGuard.host(uri),
                name,
                source,
                interval(request.interval()),
                fullText(request.fullText()));
    }

    private URI uri(String url) {
        if (url == null || url.isBlank()) {
            throw invalid("url is missing.");
        }
        try {
            URI uri = guard.check(url);
            if (!Database.indexable(uri.toString())) {
                throw invalid("url is too long: an address of a feed has about 2,600 characters at most.");
            }
            return uri;
        } catch (AddressGuard.Refused e) {
            boolean form = !e.getMessage().contains("public internet");
            throw form
                    ? invalid("url: " + e.getMessage())
                    : new ProblemException(ProblemCode.ADDRESS_NOT_ALLOWED, e.getMessage());
        }
    }

    private Duration interval(String written) {
        if (written == null || written.isBlank()) {
            return usual;
        }
        String text = written.strip().toUpperCase(Locale.ROOT);
        try {
            Duration interval = text.matches("\\d{1,7}")
                    ? Duration.ofSeconds(Long.parseLong(text))
                    : Duration.parse(text.startsWith("P") ? text : text.endsWith("D") ? "P" + text : "PT" + text);
            if (interval.compareTo(shortest) < 0 || interval.compareTo(LONGEST) > 0) {
                throw invalid("interval is between " + shortest + " and " + LONGEST + ".");
            }
            return interval;
        } catch (DateTimeException | ArithmeticException e) {
            throw invalid("interval is PT5M, 5m or 300, for instance.");
        }
    }

    private static String fullText(String mode) {
        String wanted = mode == null || mode.isBlank() ? "never" : mode.strip().toLowerCase(Locale.ROOT);
        if (!FULL_TEXT.contains(wanted)) {
            throw invalid("fullText is never, when-short or always.");
        }
        return wanted;
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(ProblemCode.INVALID_FEED, detail);
    }
}
