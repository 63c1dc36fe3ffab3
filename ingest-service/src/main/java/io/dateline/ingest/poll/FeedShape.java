package io.dateline.ingest.poll;

import io.dateline.ingest.parse.ParseResult;
import io.dateline.ingest.parse.ParsedArticle;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * What a feed's documents look like. Shares are of the items that have a thing, from 0 to 1.
 *
 * @param format as it was read
 * @param items  in the document
 */
record FeedShape(String format, double items, double titles, double dates, double bodies, double links) {
    private static final double MOST = 0.8;
    private static final double HARDLY_ANY = 0.2;
    private static final int ENOUGH = 3;
    private static final double SMOOTHING = 0.2;

    /** How a document differs. */
    record Change(String reason, String detail) {}

    static FeedShape of(ParseResult.Articles parsed) {
        List<ParsedArticle> items = parsed.articles();
        return new FeedShape(
                parsed.format(),
                items.size(),
                share(items, one -> !one.titleDerived()),
                share(items, one -> one.publishedAt() != null),
                share(items, one -> !one.body().isBlank()),
                share(items, one -> one.url() != null));
    }

    private static double share(List<ParsedArticle> items, Predicate<ParsedArticle> has) {
        return items.isEmpty() ? 1 : (double) items.stream().filter(has).count() / items.size();
    }

    /** Null where this is like the usual shape, or too little to tell. */
    Change since(FeedShape usual) {
        if (items == 0 && usual.items >= ENOUGH) {
            return new Change("items-gone", "The feed has no items any more.");
        }
        if (!format.equals(usual.format)) {
            return new Change("format-changed", "The feed is now " + format + " and was " + usual.format + ".");
        }
        if (items < ENOUGH) {
            return null;
        }
        if (lost(titles, usual.titles)) {
            return new Change("titles-gone", "Its items have no titles any more.");
        }
        if (lost(dates, usual.dates)) {
            return new Change("dates-gone", "Its items have no dates any more.");
        }
        if (lost(bodies, usual.bodies)) {
            return new Change("text-gone", "Its items have no text any more.");
        }
        return lost(links, usual.links) ? new Change("links-gone", "Its items have no links any more.") : null;
    }

    private static boolean lost(double now, double usual) {
        return usual >= MOST && now <= HARDLY_ANY;
    }

    /** The usual shape after this document, which was like it. */
    FeedShape into(FeedShape usual) {
        return items == 0
                ? usual
                : new FeedShape(
                        format,
                        smooth(usual.items, items),
                        smooth(usual.titles, titles),
                        smooth(usual.dates, dates),
                        smooth(usual.bodies, bodies),
                        smooth(usual.links, links));
    }

    private static double smooth(double before, double now) {
        return before + SMOOTHING * (now - before);
    }

    /** As kept in the database. */
    String text() {
        return String.format(Locale.ROOT, "%s %.2f %.2f %.2f %.2f %.2f", format, items, titles, dates, bodies, links);
    }

    /** @param text of {@link #text()}, or null */
    static FeedShape of(String text) {
        if (text == null) {
            return null;
        }
        String[] parts = text.split(" ");
        double[] numbers = new double[5];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Double.parseDouble(parts[i + 1]);
        }
        return new FeedShape(parts[0], numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
    }
}
