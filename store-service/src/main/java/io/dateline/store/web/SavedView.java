package io.dateline.store.web;

import io.dateline.store.query.ArticleItem;
import io.dateline.store.saved.Delivery;
import io.dateline.store.saved.DeliveryPage;
import io.dateline.store.saved.SavedQuery;
import io.dateline.store.saved.Tested;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One saved query with its webhook and what was sent to it.
 *
 * @param newest  what matched last, newest first; null where that cannot be told
 * @param matches address of the search for what matches
 * @param form    what it may become; never null
 * @param hook    or null
 * @param secret  where it was just made: shown now and never again; else null
 * @param tested  what came of a ping, or null
 * @param log     the latest first; never null
 * @param older   address of what follows the log, or null
 */
public record SavedView(
        String id,
        String name,
        String query,
        List<StoryView> newest,
        String matches,
        SavedForm form,
        Hook hook,
        String secret,
        String tested,
        List<Line> log,
        String older) {

    /**
     * @param dot    style class of the state
     * @param parked why nothing is sent, or null
     */
    public record Hook(String url, String dot, String state, String parked, String position) {}

    /** @param again address of the form that sends it again, or null while nothing is sent */
    public record Line(
            String seq,
            String href,
            String article,
            String dot,
            String state,
            String answer,
            int attempts,
            Moment at,
            String again) {}

    /**
     * @param query  in words; never null
     * @param newest as {@link #newest}
     */
    static SavedView of(
            SavedQuery saved,
            String query,
            List<ArticleItem> newest,
            SavedForm form,
            DeliveryPage deliveries,
            Tested tested,
            Instant now) {
        String path = "/saved/" + saved.id();
        boolean sends = saved.webhook() != null && saved.webhook().parkedAt() == null;
        return new SavedView(
                saved.id(),
                saved.name(),
                query,
                newest == null
                        ? null
                        : newest.stream().map(item -> StoryView.of(item, now)).toList(),
                saved.query().isEmpty() ? "/search" : "/search?" + saved.query(),
                form,
                hook(saved.webhook()),
                saved.webhook() == null ? null : saved.webhook().secret(),
                tested == null ? null : said(tested),
                deliveries.items().stream()
                        .map(delivery -> line(path, delivery, sends, now))
                        .toList(),
                deliveries.next() == null ? null : path + "?cursor=" + deliveries.next());
    }

    /** Null where there is none. */
    static Hook hook(SavedQuery.Webhook webhook) {
        if (webhook == null) {
            return null;
        }
        String position = Figures.number(webhook.position());
        if (webhook.parkedAt() != null) {
            return new Hook(webhook.url(), "bad", "parked", parked(webhook.parkedReason()), position);
        }
        String waiting = webhook.pending() == 0 ? "" : ", " + Figures.number(webhook.pending()) + " waiting";
        return webhook.failingSince() == null
                ? new Hook(webhook.url(), "good", "sending" + waiting, null, position)
                : new Hook(webhook.url(), "warn", "failing" + waiting, null, position);
    }

    /** What it asks for, as a person reads it. */
    static String words(SavedQuery saved, Map<String, String> names) {
        return saved.query().isEmpty() ? "everything" : SearchChips.line(SearchUrl.read(saved.query()), names);
    }

    private static String parked(String reason) {
        return switch (reason) {
            case "gone" -> "The receiver answered 410: it wants nothing any more.";
            case "invalid-query" -> "The query is none that this version understands.";
            default -> "The receiver has failed for too long.";
        };
    }

    private static String said(Tested tested) {
        if (tested.delivered()) {
            return "The ping arrived: the receiver answered " + tested.status() + ".";
        }
        return "The ping did not arrive: "
                + (tested.status() == null ? tested.error() : "the receiver answered " + tested.status()) + ".";
    }

    private static Line line(String path, Delivery delivery, boolean sends, Instant now) {
        String dot = switch (delivery.state()) {
            case "delivered" -> "good";
            case "failed" -> "bad";
            default -> delivery.attempts() == 0 ? "none" : "warn";
        };
        String answer = delivery.status() == null ? delivery.error() : Integer.toString(delivery.status());
        return new Line(
                Figures.number(delivery.seq()),
                "/articles/" + delivery.articleId(),
                delivery.articleId() + ", revision " + delivery.revision(),
                dot,
                delivery.state(),
                answer,
                delivery.attempts(),
                Moment.of(delivery.sentAt() == null ? delivery.queuedAt() : delivery.sentAt(), now),
                sends ? path + "/deliveries/" + delivery.seq() + "/redeliver" : null);
    }
}
