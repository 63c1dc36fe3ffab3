package io.dateline.ingest.parse;

import io.dateline.contracts.article.ArticleStatus;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.ingest.parse.wire.WirePiece;
import io.dateline.ingest.parse.wire.WireStory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes articles of a wire document's stories; a story that cannot be taken is a fault that says where it stands. */
final class WireDrafts {
    private static final Pattern NOT_TEXT = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Document document;
    private final String format;
    private final Instant now;
    private final boolean located;

    /** @param located whether the pieces' places are places in the document's own bytes */
    WireDrafts(Document document, String format, Instant now, boolean located) {
        this.document = document;
        this.format = format;
        this.now = now;
        this.located = located;
    }

    ParseResult finish(List<WirePiece> pieces) {
        ArticleFinisher finisher = new ArticleFinisher(false, now, ItemCollector.original(document));
        List<ParsedArticle> articles = new ArrayList<>();
        List<ParseResult.Fault> faults = new ArrayList<>();
        int at = 0;
        for (WirePiece piece : pieces) {
            at++;
            if (at > ItemCollector.ITEMS) {
                faults.add(rest(piece, pieces.get(pieces.size() - 1)));
                break;
            }
            try {
                if (piece.story() == null) {
                    throw new RefusedArticle(ProblemCode.MALFORMED_DOCUMENT, piece.fault());
                }
                articles.add(finisher.finish(draft(piece.story())));
            } catch (RefusedArticle e) {
                faults.add(fault(at, e.code(), e.getMessage(), piece.offset(), piece.length()));
            }
        }
        return articles.isEmpty() && faults.isEmpty()
                ? new ParseResult.Refused(ProblemCode.MALFORMED_DOCUMENT, "The document holds no copy.")
                : new ParseResult.Articles(format, articles, faults);
    }

    private ParseResult.Fault rest(WirePiece from, WirePiece last) {
        return fault(
                ItemCollector.ITEMS + 1,
                ProblemCode.TOO_LARGE,
                "Only the first " + ItemCollector.ITEMS + " stories are read.",
                from.offset(),
                last.offset() + last.length() - from.offset());
    }

    private ParseResult.Fault fault(int at, ProblemCode code, String detail, int offset, int length) {
        return new ParseResult.Fault(at, code.code(), detail, located ? offset : null, located ? length : null);
    }

    private static ArticleDraft draft(WireStory story) throws RefusedArticle {
        ArticleDraft draft = new ArticleDraft();
        draft.slugline = story.slug();
        draft.title = Markup.plain(story.headline());
        draft.byline = Markup.plain(story.byline());
        draft.summary = Markup.plain(story.summary());
        draft.body = Markup.plain(story.body());
        draft.sentBody = story.sent();
        draft.titleFrom = story.afterDateline();
        draft.fullText = true;
        draft.agency = story.agency();
        draft.sourceName = story.agency();
        draft.published = story.published();
        draft.urgency = story.urgency();
        draft.categories.addAll(story.categories());
        draft.edNote = story.notes().isEmpty() ? null : String.join("; ", story.notes());
        draft.embargoUntil = story.embargo();
        draft.edition = edition(story);
        if (story.held()) {
            draft.status = ArticleStatus.WITHHELD;
        }
        if (story.marks().kill()) {
            kill(draft);
        }
        return draft;
    }

    private static void kill(ArticleDraft draft) throws RefusedArticle {
        if (draft.slugline == null && draft.title == null) {
            throw new RefusedArticle(
                    ProblemCode.INVALID_ARTICLE, "A kill names the story by its slug or headline; this one does not.");
        }
        draft.status = ArticleStatus.CANCELED;
        draft.embargoUntil = null;
        if (draft.title == null) {
            draft.title = Markup.plain(draft.slugline);
            draft.edition = draft.edition.withoutTitle();
        }
    }

    private static Edition edition(WireStory story) {
        String slug = story.slug() == null
                ? ""
                : NOT_TEXT.matcher(story.slug().toLowerCase(Locale.ROOT))
                        .replaceAll(" ")
                        .strip();
        Integer number = story.marks().number();
        boolean lead = number != null && story.marks().update();
        return new Edition(
                slug.isEmpty() ? null : slug,
                story.marks().follows(),
                lead ? Long.valueOf(number) : null,
                story.created() != null ? story.created() : toTheMinute(story.published()),
                false);
    }

    /** A day alone does not tell which of two versions is the newer. */
    private static Instant toTheMinute(String published) {
        ReadDate date = published == null ? null : ReadDate.of(published);
        return date == null || date.precision().equals("day") ? null : date.at();
    }
}
