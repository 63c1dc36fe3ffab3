package io.dateline.ingest.poll;

import io.dateline.contracts.article.ArticleFlags;
import io.dateline.contracts.net.CanonicalUrl;
import io.dateline.contracts.topic.Lane;
import io.dateline.ingest.fetch.Fetcher;
import io.dateline.ingest.history.Fate;
import io.dateline.ingest.identity.Decision;
import io.dateline.ingest.identity.IdentityStore;
import io.dateline.ingest.identity.Incoming;
import io.dateline.ingest.identity.Origin;
import io.dateline.ingest.identity.Reserved;
import io.dateline.ingest.page.FullText;
import io.dateline.ingest.page.FullTextMode;
import io.dateline.ingest.page.PageQueue;
import io.dateline.ingest.page.WaitingPage;
import io.dateline.ingest.parse.ParseResult;
import io.dateline.ingest.parse.ParsedArticle;
import io.dateline.ingest.publish.Intake;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Takes in what a feed's document brought, item by item accounted for. */
final class FeedIntake {
    private static final int CHUNK = 500;

    private final Intake intake;
    private final IdentityStore identities;
    private final CanonicalUrl urls;
    private final PageQueue pages;
    private final Fetcher fetcher;
    private final Duration patience;

    /** @param patience how long an item waits for its page at most */
    FeedIntake(
            Intake intake,
            IdentityStore identities,
            CanonicalUrl urls,
            PageQueue pages,
            Fetcher fetcher,
            Duration patience) {
        this.intake = intake;
        this.identities = identities;
        this.urls = urls;
        this.pages = pages;
        this.fetcher = fetcher;
        this.patience = patience;
    }

    /**
     * @throws io.dateline.ingest.publish.BrokerUnavailable some of it may be published; all of it must come again
     * @throws io.dateline.ingest.identity.StoreUnavailable the same
     */
    Map<Fate, Integer> take(LeasedFeed feed, ParseResult.Articles parsed, Instant at) {
        Origin origin = Origin.feed(feed.id(), feed.sourceId(), feed.name());
        boolean backlog = feed.shape() == null;
        Map<Fate, Integer> counts = new HashMap<>();
        List<ParsedArticle> articles = parsed.articles();
        for (int from = 0; from < articles.size(); from += CHUNK) {
            List<Incoming> chunk = articles.subList(from, Math.min(articles.size(), from + CHUNK)).stream()
                    .map(article -> new Incoming(article, origin))
                    .toList();
            List<Incoming> now = withoutWaiting(FullTextMode.of(feed.fullText()), chunk, backlog, counts);
            pages.overtaken(
                    feed.id(),
                    now.stream().map(this::key).filter(Objects::nonNull).toList());
            for (Reserved one : intake.take(now, Lane.LIVE, at)) {
                counts.merge(intake.fate(one, backlog), 1, Integer::sum);
            }
        }
        for (ParseResult.Fault fault : parsed.faults()) {
            if (fault.at() > 0) {
                intake.rejected(Lane.LIVE, fault.code());
                counts.merge(Fate.rejected(fault.code()), 1, Integer::sum);
            }
        }
        return counts;
    }

    /** Those that need no page, or are known already; the others wait from now on. */
    private List<Incoming> withoutWaiting(
            FullTextMode mode, List<Incoming> chunk, boolean backlog, Map<Fate, Integer> counts) {
        List<Incoming> wanting =
                chunk.stream().filter(one -> mode.wants(one.article())).toList();
        if (wanting.isEmpty()) {
            return chunk;
        }
        Map<Incoming, WaitingPage> waiting = new HashMap<>();
        for (Reserved one : identities.preview(wanting)) {
            // What is known as it is, or belongs to somebody else, needs no page.
            if (one.decision() instanceof Decision.Publish) {
                WaitingPage page = page(one.incoming(), backlog);
                if (page != null) {
                    waiting.put(one.incoming(), page);
                }
            }
        }
        Set<String> kept = pages.add(List.copyOf(waiting.values()), patience);
        if (!kept.isEmpty()) {
            intake.waiting(Lane.LIVE, kept.size());
            counts.merge(Fate.waiting(), kept.size(), Integer::sum);
        }
        List<Incoming> now = new ArrayList<>();
        for (Incoming one : chunk) {
            WaitingPage page = waiting.get(one);
            if (page == null) {
                now.add(one);
            } else if (!kept.contains(page.key())) {
                now.add(new Incoming(FullText.without(one.article(), ArticleFlags.PAGE_UNAVAILABLE), one.origin()));
            }
        }
        return now;
    }

    /** Null where its page has no address that may be fetched. */
    private WaitingPage page(Incoming incoming, boolean backlog) {
        String key = key(incoming);
        String host = key == null ? null : fetcher.host(incoming.article().url());
        return host == null ? null : new WaitingPage(key, incoming.origin(), incoming.article(), host, backlog);
    }

    /** Null where the item has no address. */
    private String key(Incoming incoming) {
        String canonical = urls.of(incoming.article().url());
        String guid = incoming.article().guid();
        boolean own = guid != null
                && !Objects.equals(
                        urls.identity(guid), urls.identity(incoming.article().url()));
        return canonical == null ? null : WaitingPage.key(canonical, own ? guid : null);
    }
}
