package io.dateline.store.web;

import io.dateline.contracts.http.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The page that adds a feed.
 *
 * @param url        asked for, as it stands in the form; empty before the first look
 * @param configured whether anybody said where ingest is
 * @param waiting    whether another site's link led here, so that nothing was looked at yet
 * @param found      feeds that can be added; never null
 * @param failed     announced, but not to be had: where, and why; never null
 * @param announced  whether the site itself said where its feeds are
 * @param sample     what the first of the found would bring, or null
 * @param trouble    why there is nothing to show, or no sample, or null
 */
public record FeedLook(
        String url,
        boolean configured,
        boolean waiting,
        List<Found> found,
        List<Problem.Fault> failed,
        boolean announced,
        Sample sample,
        IngestFailure trouble) {
    /** Of items, and of faults. */
    private static final int SHOWN = 10;

    /**
     * @param look   address of a look at this one alone
     * @param polled address of the page of the feed that is polled already, or null where none is
     */
    public record Found(String url, String title, String format, String items, String look, String polled) {}

    /**
     * @param items  the first; never null
     * @param count  of all
     * @param faults the first; never null
     */
    public record Sample(String of, String format, List<Item> items, String count, List<Problem.Fault> faults) {}

    /**
     * @param published as the document says, or null
     * @param already   what the store has of it, or null where it is new
     */
    public record Item(String title, String lang, String dir, Moment published, String already) {}

    static FeedLook before(String url, boolean configured, boolean waiting) {
        return new FeedLook(url, configured, waiting, List.of(), List.of(), false, null, null);
    }

    static FeedLook failed(String url, IngestFailure trouble) {
        return new FeedLook(url, true, false, List.of(), List.of(), false, null, trouble);
    }

    /** Whether a look was taken and found none. */
    public boolean none() {
        return !url.isEmpty() && configured && !waiting && trouble == null && found.isEmpty();
    }

    /** @param polled page of the feed that is polled from an address, or null */
    static FeedLook of(
            String url, IngestFound found, Sample sample, IngestFailure trouble, UnaryOperator<String> polled) {
        return new FeedLook(
                url,
                true,
                false,
                found.feeds().stream()
                        .map(feed -> new Found(
                                feed.url(),
                                feed.title() == null || feed.title().isBlank() ? feed.url() : feed.title(),
                                feed.format(),
                                Figures.number(feed.items()),
                                FeedPaths.with("/feeds/add", "url=" + IngestApi.segment(feed.url())),
                                polled.apply(feed.url())))
                        .toList(),
                found.failed().stream()
                        .map(one -> new Problem.Fault(one.url(), one.detail() == null ? one.code() : one.detail()))
                        .toList(),
                found.announced(),
                sample,
                trouble);
    }

    private static String already(String outcome) {
        return switch (outcome == null ? "" : outcome) {
            case "unchanged" -> "here already";
            case "late" -> "older than what is here";
            case "sighting" -> "here already, from another source";
            default -> null;
        };
    }

    static Sample sample(String url, IngestPreview preview) {
        List<Item> items = preview.items().stream()
                .limit(SHOWN)
                .map(item -> new Item(
                        item.title() == null || item.title().isBlank() ? "Without a title" : item.title(),
                        Languages.tag(item.language()),
                        Languages.direction(item.language()),
                        Moment.of(item.publishedAt(), item.publishedAt()),
                        already(item.outcome())))
                .toList();
        List<Problem.Fault> faults = new ArrayList<>();
        preview.faults().stream()
                .limit(SHOWN)
                .map(fault -> new Problem.Fault(
                        fault.at() == 0 ? "document" : "item " + fault.at(),
                        fault.detail() == null ? fault.code() : fault.detail()))
                .forEach(faults::add);
        return new Sample(
                url, preview.format(), items, Figures.number(preview.items().size()), faults);
    }
}
