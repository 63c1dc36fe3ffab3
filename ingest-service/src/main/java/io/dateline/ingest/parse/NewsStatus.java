package io.dateline.ingest.parse;

import io.dateline.contracts.article.ArticleLimits;
import io.dateline.contracts.article.ArticleStatus;
import io.dateline.ingest.text.CleanText;
import java.util.Locale;
import java.util.regex.Pattern;

/** Notes for editors, and what a status makes of a draft: the rules NITF, NewsML-G2 and ninjs share. */
final class NewsStatus {
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]+");
    private static final int BEGINNING = 300;

    private final ArticleDraft draft;

    NewsStatus(ArticleDraft draft) {
        this.draft = draft;
    }

    /** Adds a note; nothing where it is null or blank, or where as many stand already as readers will see. */
    void note(String text) {
        if (draft.edNote != null && draft.edNote.length() > ArticleLimits.SHORT_TEXT) {
            return;
        }
        String line = text == null ? "" : CleanText.line(text).text();
        if (!line.isEmpty() && (draft.edNote == null || !draft.edNote.contains(line))) {
            draft.edNote = draft.edNote == null ? line : draft.edNote + "; " + line;
        }
    }

    /** @param what was corrected, or null */
    void correction(String what) {
        note(what == null || what.isBlank() ? "Correction" : "Correction: " + what);
    }

    void update() {
        note("Update");
    }

    /** 1 to 9, or null; 0 means that none was given. */
    static Integer urgency(String written) {
        return written != null && written.strip().matches("[1-9]") ? Integer.valueOf(written.strip()) : null;
    }

    /** A withdrawn story keeps its title and the note on it; its text goes, whatever the message still carries. */
    static void settle(ArticleDraft draft) {
        if (draft.status != ArticleStatus.CANCELED) {
            return;
        }
        draft.body = null;
        draft.summary = null;
        draft.media.clear();
        draft.embargoUntil = null;
        if (draft.title == null || draft.title.line().isBlank()) {
            draft.title = Markup.plain(draft.slugline != null ? draft.slugline : draft.publisherId);
            draft.edition = draft.edition.withoutTitle();
        }
    }

    /** A dateline that stands apart from the text goes before it, as it is printed, unless the text has it already. */
    static Markup withDateline(Markup body, String dateline, ArticleDraft draft) {
        if (body == null || dateline == null || dateline.isBlank()) {
            return body;
        }
        String text = body.paragraphs().text();
        String line = CleanText.line(dateline).text();
        String place = letters(line.split("[,(\\d]", 2)[0]);
        boolean there =
                letters(text.substring(0, Math.min(text.length(), BEGINNING))).contains(place);
        if (there || place.isEmpty()) {
            return body;
        }
        draft.titleFrom = text;
        return !body.html()
                ? Markup.plain(line + "\n\n" + body.raw())
                : Markup.html("<p>" + org.jsoup.nodes.Entities.escape(line) + "</p>" + body.raw());
    }

    private static String letters(String text) {
        return NOT_LETTERS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
