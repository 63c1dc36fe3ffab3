package io.dateline.ingest.parse;

import io.dateline.ingest.text.CleanText;
import io.dateline.ingest.text.HtmlText;

/**
 * Text as sent, and how it is to be read.
 *
 * @param raw  never null
 * @param html whether it is HTML
 */
record Markup(String raw, boolean html) {
    static Markup plain(String raw) {
        return raw == null || raw.isBlank() ? null : new Markup(raw, false);
    }

    static Markup html(String raw) {
        return raw == null || raw.isBlank() ? null : new Markup(raw, true);
    }

    /** RSS does not say which of the two it carries. */
    static Markup guess(String raw) {
        return raw == null || raw.isBlank() ? null : new Markup(raw, HtmlText.looksLikeHtml(raw));
    }

    /** Said to be plain, which many say of their HTML: an end tag or a character reference, and no tag but HTML's, tells. */
    static Markup unlessClearlyHtml(String raw) {
        return raw == null || raw.isBlank() ? null : new Markup(raw, HtmlText.isClearlyHtml(raw));
    }

    CleanText paragraphs() {
        return html ? CleanText.ofHtml(HtmlText.paragraphs(raw)) : CleanText.paragraphs(raw);
    }

    String line() {
        return html ? HtmlText.line(raw) : raw;
    }
}
