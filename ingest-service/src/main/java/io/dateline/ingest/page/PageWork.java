package io.dateline.ingest.page;

import io.dateline.contracts.article.ArticleFlags;
import io.dateline.contracts.net.References;
import io.dateline.contracts.net.WebAddress;
import io.dateline.contracts.topic.Lane;
import io.dateline.ingest.extract.Extraction;
import io.dateline.ingest.fetch.FetchRequest;
import io.dateline.ingest.fetch.FetchResult;
import io.dateline.ingest.fetch.Fetcher;
import io.dateline.ingest.host.Release;
import io.dateline.ingest.identity.Database;
import io.dateline.ingest.identity.Decision;
import io.dateline.ingest.identity.IdentityStore;
import io.dateline.ingest.identity.Incoming;
import io.dateline.ingest.identity.Reserved;
import io.dateline.ingest.identity.StoreUnavailable;
import io.dateline.ingest.parse.ParsedArticle;
import io.dateline.ingest.publish.BrokerUnavailable;
import io.dateline.ingest.publish.Intake;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Gets the page of one item, one request a turn: robots.txt where it is not known, then the page; a redirect is followed
 * in the turn of the host it leads to. Then the article is taken in, and only then its row goes.
 */
public final class PageWork {
    /** Finds the article in a page. */
    @FunctionalInterface
    public interface Extractor {
        /** @see io.dateline.ingest.extract.PageExtractor#extract */
        Extraction extract(byte[] html, String contentType, String url);
    }

    private static final Logger LOG = Logger.getLogger(PageWork.class);
    private static final int OVERDUE = 50;
    /** Where another try would not help. */
    private static final Set<String> LASTING = Set.of(
            "http-400",
            "http-401",
            "http-402",
            "http-403",
            "http-404",
            "http-405",
            "http-406",
            "http-410",
            "http-451",
            "address-not-allowed",
            "bad-encoding",
            "bad-redirect",
            "too-large",
            "too-many-redirects");

    private final Settings settings;
    private final PageQueue queue;
    private final RobotsStore robotsStore;
    private final Robots robots;
    private final Fetcher fetcher;
    private final Extractor extractor;
    private final IdentityStore identities;
    private final Intake intake;
    private final InstantSource clock;

    /**
     * @param userAgent     as it is sent
     * @param hostDelay     between two requests to a host
     * @param longestDelay  a host whose robots.txt asks for a longer crawl delay is left alone
     * @param tries         at the page, before the item is published without it
     */
    public record Settings(String userAgent, Duration hostDelay, Duration longestDelay, int tries) {}

    public PageWork(
            Settings settings,
            Database database,
            Fetcher fetcher,
            Extractor extractor,
            IdentityStore identities,
            Intake intake,
            InstantSource clock) {
        this.settings = settings;
        this.queue = new PageQueue(database);
        this.robotsStore = new RobotsStore(database);
        this.robots = new Robots(settings.userAgent(), settings.longestDelay());
        this.fetcher = fetcher;
        this.extractor = extractor;
        this.identities = identities;
        this.intake = intake;
        this.clock = clock;
    }

    /**
     * Uses the page's turn.
     *
     * @throws io.dateline.ingest.publish.BrokerUnavailable the page is fetched again when its lease is over
     */
    public void run(LeasedPage page) {
        String host = fetcher.host(page.atUrl());
        if (host == null) {
            without(page, ArticleFlags.PAGE_UNAVAILABLE, Release.after(page.turn(), Duration.ZERO));
            return;
        }
        Robots.Kept kept = page.robotsAt() != null
                ? null
                : robotsStore.find(Robots.origin(page.atUrl())).orElse(null);
        if (kept == null) {
            askRobots(page, host);
            return;
        }
        Robots.Answer answer = robots.ask(kept, page.atUrl());
        if (!answer.allowed()) {
            without(page, ArticleFlags.PAGE_DISALLOWED, Release.after(page.turn(), Duration.ZERO));
            return;
        }
        Duration delay = answer.delay() == null || answer.delay().compareTo(settings.hostDelay()) < 0
                ? settings.hostDelay()
                : answer.delay();
        fetch(page, host, delay);
    }

    private void askRobots(LeasedPage page, String host) {
        String url = page.robotsAt() != null ? page.robotsAt() : Robots.origin(page.atUrl()) + "/robots.txt";
        FetchResult result = fetcher.once(FetchRequest.robots(url));
        Release release = Release.after(page.turn(), pause(result, settings.hostDelay()));
        if (result instanceof FetchResult.Redirected redirected) {
            String next = fetcher.host(redirected.location());
            if (next != null && page.robotsHops() < Robots.HOPS) {
                queue.step(
                        page,
                        new PageStep(
                                page.atUrl(),
                                page.hops(),
                                redirected.location(),
                                page.robotsHops() + 1,
                                next,
                                page.tries(),
                                Duration.ZERO,
                                null,
                                release));
                return;
            }
            // Too many redirects count as no robots.txt (RFC 9309, section 2.3.1.2).
            again(page, host, page.tries(), Duration.ZERO, Robots.Kept.allow(), release);
            return;
        }
        again(page, host, page.tries(), Duration.ZERO, Robots.keep(result), release);
    }

    private void again(LeasedPage page, String host, int tries, Duration wait, Robots.Kept kept, Release release) {
        queue.step(page, new PageStep(page.atUrl(), page.hops(), null, 0, host, tries, wait, kept, release));
    }

    private void fetch(LeasedPage page, String host, Duration delay) {
        FetchResult result = fetcher.once(FetchRequest.page(page.atUrl()));
        Release release = new Release(page.turn(), pause(result, settings.hostDelay()), pause(result, delay));
        if (result instanceof FetchResult.Redirected redirected) {
            String next = fetcher.host(redirected.location());
            if (next == null || page.hops() >= fetcher.maxRedirects()) {
                without(page, ArticleFlags.PAGE_UNAVAILABLE, release);
                return;
            }
            queue.step(
                    page,
                    new PageStep(
                            redirected.location(),
                            page.hops() + 1,
                            null,
                            0,
                            next,
                            page.tries(),
                            Duration.ZERO,
                            null,
                            release));
            return;
        }
        if (result instanceof FetchResult.Failed failed) {
            int tries = page.tries() + 1;
            if (LASTING.contains(failed.reason()) || tries >= settings.tries()) {
                without(page, ArticleFlags.PAGE_UNAVAILABLE, release);
            } else {
                Duration wait = Duration.ofMinutes(1L << Math.min(tries, 6));
                again(page, host, tries, wait, null, release);
            }
            return;
        }
        if (result instanceof FetchResult.Fetched fetched) {
            take(page, fetched, release);
        } else {
            // 304 to a request without conditions: there is nothing to read.
            without(page, ArticleFlags.PAGE_UNAVAILABLE, release);
        }
    }

    private void take(LeasedPage page, FetchResult.Fetched fetched, Release release) {
        if (!(extractor.extract(fetched.body(), fetched.contentType(), fetched.url())
                instanceof Extraction.Found found)) {
            without(page, ArticleFlags.PAGE_UNREADABLE, release);
            return;
        }
        ParsedArticle whole = FullText.of(page.item(), found.page(), clock.instant());
        finish(page, whole, canonical(fetched.url(), found.page().canonicalUrl()), release);
    }

    /** What the page calls itself, where that is on its own host and no front page. */
    private static List<String> canonical(String fetchedFrom, String written) {
        if (written == null) {
            return List.of();
        }
        try {
            URI page = URI.create(fetchedFrom);
            URI named = WebAddress.parse(
                    References.resolve(page, URI.create(written.strip())).toString());
            String host = WebAddress.host(named);
            boolean same = host != null && host.equalsIgnoreCase(WebAddress.host(page));
            boolean front = named.getPath() == null || named.getPath().length() <= 1;
            return same && !front ? List.of(named.toString()) : List.of();
        } catch (IllegalArgumentException notAnAddress) {
            return List.of();
        }
    }

    /** Some sites name one address on all their pages: where it stands for another article of this feed, it is no name. */
    private Incoming named(Incoming plain, List<String> aliases) {
        Incoming named = new Incoming(plain.article(), plain.origin(), aliases);
        if (aliases.isEmpty()) {
            return plain;
        }
        Reserved without = identities.preview(List.of(plain)).get(0);
        Reserved with = identities.preview(List.of(named)).get(0);
        boolean ours = with.id().equals(without.id());
        // Also where that is being published at this moment: it waits then, and is no second article.
        boolean carried = with.decision() instanceof Decision.Sighting || with.decision() instanceof Decision.Pending;
        return ours || carried ? named : plain;
    }

    private void without(LeasedPage page, String flag, Release release) {
        finish(page, FullText.without(page.item(), flag), List.of(), release);
    }

    private void finish(LeasedPage page, ParsedArticle article, List<String> aliases, Release release) {
        if (!queue.waits(page, release)) {
            // Published over the newer words, the older would be the article's.
            return;
        }
        Instant now = clock.instant();
        Incoming incoming = named(new Incoming(article, page.origin()), aliases);
        Reserved taken = intake.take(List.of(incoming), Lane.LIVE, now).get(0);
        queue.done(page, intake.fate(taken, page.backlog()), release);
    }

    /** Publishes what has waited too long for its page, as it is. Returns how many. */
    public int giveUp() {
        List<LeasedPage> overdue = queue.overdue(OVERDUE);
        for (LeasedPage page : overdue) {
            try {
                without(page, ArticleFlags.PAGE_UNAVAILABLE, null);
            } catch (BrokerUnavailable | StoreUnavailable e) {
                throw e;
            } catch (RuntimeException e) {
                // It is overdue again in two minutes; the others are not kept waiting.
                LOG.errorf(e, "an item of feed %s cannot be published without its page", page.feedId());
            }
        }
        return overdue.size();
    }

    /** A host that says when (429, 503) is not asked before. */
    private static Duration pause(FetchResult result, Duration usual) {
        boolean told = result instanceof FetchResult.Failed failed
                && failed.retryAfter() != null
                && (failed.status() == 429 || failed.status() == 503)
                && failed.retryAfter().compareTo(usual) > 0;
        return told ? ((FetchResult.Failed) result).retryAfter() : usual;
    }
}
