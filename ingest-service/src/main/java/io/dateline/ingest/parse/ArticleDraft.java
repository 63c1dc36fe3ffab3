package io.dateline.ingest.parse;

import io.dateline.contracts.article.ArticleStatus;
import io.dateline.contracts.article.Media;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a format found for one article, as sent; {@link ArticleFinisher} makes the final text of it. */
final class ArticleDraft {
    String publisherId;
    String guid;
    String url;
    boolean linkIsIdentity = true;
    String sourceName;
    Markup title;
    Markup summary;
    Markup body;
    boolean fullText;
    /** Where the first sentence is looked for when there is no title; the body where null. */
    String titleFrom;

    String slugline;
    Markup byline;
    final List<String> authors = new ArrayList<>();
    final List<String> categories = new ArrayList<>();
    final List<Media> media = new ArrayList<>();
    String language;
    String agency;
    Integer urgency;
    String edNote;
    String embargoUntil;
    String published;
    String updated;
    ArticleStatus status;
    /** The body as sent, where {@link #body} is already what was made of it; else null. */
    String sentBody;

    /** Whether {@link #published} is no more than when it was last touched. */
    boolean publishedIsUpdated;

    Edition edition = Edition.NONE;

    /** What makes a revision when it changes. Attachments and "updated" dates alone do not: many sites touch them daily. */
    List<String> hashed(ArticleStatus effective) {
        List<String> fields = new ArrayList<>(Arrays.asList(
                effective.name(),
                raw(title),
                raw(summary),
                sentBody != null ? sentBody : raw(body),
                publishedIsUpdated ? null : published,
                language,
                slugline,
                raw(byline),
                agency,
                urgency == null ? null : urgency.toString(),
                edNote,
                embargoUntil,
                Integer.toString(authors.size())));
        fields.addAll(authors);
        fields.addAll(categories);
        return fields;
    }

    private static String raw(Markup markup) {
        return markup == null ? null : markup.raw();
    }
}
