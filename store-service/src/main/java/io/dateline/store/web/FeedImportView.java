package io.dateline.store.web;

import java.util.List;

/**
 * The page that takes a list of feeds.
 *
 * @param configured whether anybody said where ingest is
 * @param result     what became of a list, or null
 * @param trouble    why none of it was taken, or null
 */
public record FeedImportView(boolean configured, Result result, IngestFailure trouble) {
    /** Rejected entries shown. */
    static final int SHOWN = 200;

    /**
     * @param more rejected entries that are not shown, or null where all are
     */
    public record Result(
            String created, String existing, String repeated, String total, List<Rejected> rejected, String more) {}

    /** @param reason in ingest's words */
    public record Rejected(int ordinal, int line, String code, String reason) {}

    static FeedImportView before(boolean configured) {
        return new FeedImportView(configured, null, null);
    }

    static FeedImportView refused(IngestFailure trouble) {
        return new FeedImportView(true, null, trouble);
    }

    static FeedImportView of(IngestImported imported) {
        List<Rejected> shown = imported.rejected().stream()
                .limit(SHOWN)
                .map(one -> new Rejected(
                        one.ordinal(), one.line(), one.code(), one.detail() == null ? one.code() : one.detail()))
                .toList();
        int more = imported.rejectedTotal() - shown.size();
        return new FeedImportView(
                true,
                new Result(
                        Figures.number(imported.created()),
                        Figures.number(imported.existing()),
                        Figures.number(imported.repeated()),
                        Figures.number(imported.rejectedTotal()),
                        shown,
                        more > 0 ? Figures.number(more) : null),
                null);
    }
}
