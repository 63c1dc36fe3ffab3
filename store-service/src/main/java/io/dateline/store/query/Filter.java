package io.dateline.store.query;

import io.dateline.contracts.article.ArticleStatus;
import io.dateline.store.query.ArticleQuery.Duplicates;
import io.dateline.store.query.ArticleQuery.Where;
import java.util.List;
import java.util.Set;

/**
 * The filters of a query with every name resolved to tags.
 *
 * @param words     or null
 * @param tagGroups an article must carry a tag of each group; a group without tags matches nothing; never null
 * @param excluded  an article may carry none of these tags; never null
 * @param languages ISO 639-1 codes it is narrowed to, empty for all; never null
 * @param salient   or null
 * @param duplicates never null
 * @param status    never null
 * @param sorted    never null
 * @param stored    never null
 * @param mentioned never null
 * @param happened  never null
 * @param asOf      articles of which nothing was stored up to this seq are left out; null to know all
 */
public record Filter(
        Words words,
        List<List<String>> tagGroups,
        Set<String> excluded,
        List<String> languages,
        Salient salient,
        Duplicates duplicates,
        ArticleStatus status,
        Period sorted,
        Period stored,
        Period mentioned,
        Period happened,
        Long asOf) {

    public Filter {
        tagGroups = tagGroups.stream().map(List::copyOf).toList();
        excluded = Set.copyOf(excluded);
        languages = List.copyOf(languages);
    }

    /**
     * Words to be found.
     *
     * @param text as {@code to_tsquery} takes it, see {@link TextQuery}; never null
     */
    public record Words(String text, Where in) {}

    /**
     * How much an article must be about one of these.
     *
     * @param entities ids; never null
     * @param least    0 to 1
     */
    public record Salient(List<String> entities, double least) {}

    /** The same at another time. */
    Filter sorted(Period period) {
        return with(duplicates, period, asOf);
    }

    /**
     * The same for a later page. Where one article stands for its story, what joins the story while somebody reads on must
     * not take the place of one that is still to come, nor of one that has been shown.
     *
     * @param cursor of the page before, or null for the first
     */
    Filter continued(Cursor cursor) {
        if (cursor == null || duplicates != Duplicates.STORY) {
            return this;
        }
        return with(duplicates, cursor.upTo() == null ? sorted : sorted.upTo(cursor.upTo()), cursor.asOf());
    }

    /** The same with all duplicates. */
    Filter withDuplicates() {
        return with(Duplicates.ALL, sorted, asOf);
    }

    private Filter with(Duplicates duplicates, Period sorted, Long asOf) {
        return new Filter(
                words,
                tagGroups,
                excluded,
                languages,
                salient,
                duplicates,
                status,
                sorted,
                stored,
                mentioned,
                happened,
                asOf);
    }

    /** Whether more than an article's tags and its place in the order of lists must be looked at. */
    public boolean deep() {
        return words != null || salient != null || !stored.always() || !mentioned.always() || !happened.always();
    }
}
