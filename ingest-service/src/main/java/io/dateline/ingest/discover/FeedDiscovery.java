package io.dateline.ingest.discover;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.contracts.net.AddressGuard;
import io.dateline.ingest.discover.AnnouncedFeeds.Announced;
import io.dateline.ingest.fetch.FetchRequest;
import io.dateline.ingest.fetch.FetchResult;
import io.dateline.ingest.fetch.Fetcher;
import io.dateline.ingest.host.Turn;
import io.dateline.ingest.parse.Document;
import io.dateline.ingest.parse.DocumentReader;
import io.dateline.ingest.parse.ParseResult;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Finds a site's feeds: the page itself where it is one, else those it announces, else the habitual places until one is
 * found. Each is fetched in its host's turn and read before it is answered.
 */
final class FeedDiscovery {
    /** For a 429 that does not say how long. */
    private static final Duration UNSAID = Duration.ofMinutes(1);

    private final Fetcher fetcher;
    private final AddressGuard guard;
    private final AskedTurns turns;
    private final DocumentReader reader;
    private final int most;
    private final Duration longest;

    /**
     * @param most    announced feeds that are looked at
     * @param longest until an answer, whatever hosts and redirects are in the way; what was found by then is answered
     */
    FeedDiscovery(
            Fetcher fetcher, AddressGuard guard, AskedTurns turns, DocumentReader reader, int most, Duration longest) {
        this.fetcher = fetcher;
        this.guard = guard;
        this.turns = turns;
        this.reader = reader;
        this.most = most;
        this.longest = longest;
    }

    /** What looking at one place came to. */
    private sealed interface Look permits Found, Failed {}

    /**
     * A feed that could be read.
     *
     * @param url    to be polled; where it has moved to for good
     * @param title  what it calls itself, or what the page calls it, or null
     * @param format what it was read as
     * @param items  how many could be read
     */
    @Schema(name = "FoundFeed")
    record Found(String url, String title, String format, int items) implements Look {}

    /** An announced feed that could not be read. */
    @Schema(name = "FeedNotFound")
    record Failed(String url, String code, String detail) implements Look {}

    /**
     * @param feeds    in the order in which the site announces them
     * @param failed   announced, but not to be had
     * @param announced whether the site said itself where its feeds are
     */
    @Schema(name = "FoundFeeds")
    record Answer(List<Found> feeds, List<Failed> failed, boolean announced) {}

    /** @throws ProblemException {@code fetch-failed}, {@code address-not-allowed} or {@code too-many-requests} */
    Answer of(String url) throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        FetchResult result = fetch(url, deadline);
        if (result instanceof FetchResult.Failed failed) {
            if (failed.status() == 429) {
                Duration wait = wait(failed);
                throw new ProblemException(
                        ProblemCode.TOO_MANY_REQUESTS,
                        "The site answers 429: it has been asked too often. Try again in " + wait.toSeconds() + " s.",
                        wait);
            }
            boolean refused = failed.reason().equals("address-not-allowed");
            throw new ProblemException(
                    refused ? ProblemCode.ADDRESS_NOT_ALLOWED : ProblemCode.FETCH_FAILED, failed.detail());
        }
        if (!(result instanceof FetchResult.Fetched page)) {
            throw new ProblemException(ProblemCode.FETCH_FAILED, "The server answered 304 to a plain request.");
        }
        if (read(page, new Announced(url, null)) instanceof Found itself) {
            return new Answer(List.of(itself), List.of(), true);
        }
        List<Announced> announced = AnnouncedFeeds.of(page.body(), page.contentType(), page.url());
        return announced.isEmpty() ? habitual(page.url(), deadline) : announced(announced, deadline);
    }

    private Answer announced(List<Announced> announced, long deadline) throws InterruptedException {
        List<Found> feeds = new ArrayList<>();
        List<Failed> failed = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Announced one : announced.subList(0, Math.min(announced.size(), most))) {
            Look outcome = look(one, deadline);
            if (outcome instanceof Found found && seen.add(found.url())) {
                feeds.add(found);
            } else if (outcome instanceof Failed no) {
                failed.add(no);
            }
        }
        return new Answer(feeds, failed, true);
    }

    private Answer habitual(String url, long deadline) throws InterruptedException {
        for (Announced place : AnnouncedFeeds.byHabit(url)) {
            if (look(place, deadline) instanceof Found found) {
                return new Answer(List.of(found), List.of(), false);
            }
        }
        return new Answer(List.of(), List.of(), false);
    }

    private Look look(Announced place, long deadline) throws InterruptedException {
        FetchResult result;
        try {
            result = fetch(place.url(), deadline);
        } catch (ProblemException busy) {
            // One host that others keep busy must not cost what was found elsewhere.
            return new Failed(place.url(), busy.problem().code(), busy.problem().detail());
        }
        if (result instanceof FetchResult.Fetched fetched) {
            return read(fetched, place);
        }
        return result instanceof FetchResult.Failed failed
                ? new Failed(place.url(), failed.reason(), failed.detail())
                : new Failed(place.url(), "http-304", "The server answered 304 to a plain request.");
    }

    private Look read(FetchResult.Fetched fetched, Announced place) {
        Document document = new Document(fetched.body(), fetched.contentType(), fetched.url());
        ParseResult result = reader.read(document);
        if (result instanceof ParseResult.Articles articles) {
            String own = FeedTitle.of(document);
            String at = fetched.movedTo() == null ? place.url() : fetched.movedTo();
            return new Found(
                    at,
                    own == null ? place.title() : own,
                    articles.format(),
                    articles.articles().size());
        }
        ParseResult.Refused refused = (ParseResult.Refused) result;
        return new Failed(place.url(), refused.code().code(), refused.detail());
    }

    /** Each redirect waits for the turn of the host it leads to, even if that is the same one. */
    private FetchResult fetch(String url, long deadline) throws InterruptedException {
        String at = url;
        boolean permanent = true;
        for (int hop = 0; hop <= fetcher.maxRedirects(); hop++) {
            FetchResult result = inTurn(at, deadline);
            if (!(result instanceof FetchResult.Redirected redirected)) {
                boolean moved = hop > 0 && permanent;
                return result instanceof FetchResult.Fetched fetched ? fetched.moved(moved ? at : null) : result;
            }
            permanent &= redirected.permanent();
            at = redirected.location();
        }
        return fetcher.tooManyRedirects();
    }

    private FetchResult inTurn(String url, long deadline) throws InterruptedException {
        if (left(deadline).isNegative()) {
            return new FetchResult.Failed("timeout", "The search for feeds has taken " + longest + " already.", null);
        }
        URI uri;
        try {
            uri = guard.check(url);
        } catch (AddressGuard.Refused e) {
            return new FetchResult.Failed("address-not-allowed", e.getMessage(), null);
        }
        Turn turn = turns.take(AddressGuard.host(uri), left(deadline))
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.TOO_MANY_REQUESTS, "The host is busy with other requests of ours; try again."));
        Duration wait = null;
        try {
            FetchResult result = fetcher.once(FetchRequest.feed(url, null, null), left(deadline));
            wait = wait(result);
            return result;
        } finally {
            turns.give(turn, wait);
        }
    }

    /** How long a host that is asked too often, or has too much to do, is left alone; null for any other. */
    private static Duration wait(FetchResult result) {
        if (!(result instanceof FetchResult.Failed failed) || failed.status() != 429 && failed.status() != 503) {
            return null;
        }
        return failed.retryAfter() != null ? failed.retryAfter() : failed.status() == 429 ? UNSAID : null;
    }

    private static Duration left(long deadline) {
        return Duration.ofNanos(deadline - System.nanoTime());
    }
}
