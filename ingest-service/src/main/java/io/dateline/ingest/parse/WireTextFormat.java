package io.dateline.ingest.parse;

import io.dateline.contracts.http.ProblemCode;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plain wire copy: an optional {@code date YYYY-MM-DD} before the dateline on the first line, then paragraphs. There is
 * no headline. The dateline stays in the body; here it only tells which agency sent the story.
 */
final class WireTextFormat implements DocumentFormat {
    private static final Pattern DATE_PREFIX = Pattern.compile("^\\s*date\\s+(\\d{4}-\\d{2}-\\d{2})\\s+");
    /** {@code Baku, September 23, AZERTAC} alone on its line. */
    private static final Pattern OWN_LINE = Pattern.compile("^[^.!?\\n]{3,100},\\s*(\\p{Lu}[\\p{L}.-]{1,24})$");
    /** {@code BEIJING, Sept. 2 (Xinhua) -- } before the text. */
    private static final Pattern IN_BRACKETS =
            Pattern.compile("^\\p{Lu}[^\\n(]{1,80}\\((\\p{Lu}[\\p{L} .-]{1,24})\\)\\s*(?:--|-|\u2013|\u2014|_)?\\s+");
    /** {@code MOSCOW, January 21. /TASS/. } before the text. */
    private static final Pattern IN_SLASHES =
            Pattern.compile("^\\p{Lu}[^\\n/]{1,80}/(\\p{Lu}[\\p{L} -]{1,24})(?:,[^/\\n]{1,60})?/\\.?:?\\s+");

    @Override
    public String name() {
        return "wire-text";
    }

    @Override
    public boolean reads(String mediaType, String head) {
        boolean markup = head.startsWith("<") || head.startsWith("{") || head.startsWith("[");
        return mediaType.equals("text/plain") && !markup;
    }

    @Override
    public ParseResult parse(Document document, Instant now) {
        String text = document.text();
        if (text.isBlank()) {
            return new ParseResult.Refused(ProblemCode.MALFORMED_DOCUMENT, "The document holds no text.");
        }
        if (text.indexOf('\0') >= 0 && text.chars().filter(c -> c == 0).count() > text.length() / 10) {
            return new ParseResult.Refused(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "This is not text.");
        }
        ArticleDraft draft = new ArticleDraft();
        Matcher date = DATE_PREFIX.matcher(text);
        String body = text;
        if (date.find()) {
            draft.published = date.group(1);
            body = text.substring(date.end());
        }
        draft.body = Markup.plain(body.strip());
        draft.fullText = true;
        dateline(body.strip(), draft);
        if (draft.body == null) {
            return new ParseResult.Refused(ProblemCode.MALFORMED_DOCUMENT, "The document holds no text.");
        }
        return new ItemCollector(document, name()).finish(List.of(draft), null, List.of(), now);
    }

    private static void dateline(String body, ArticleDraft draft) {
        int lineEnd = body.indexOf('\n');
        String first = (lineEnd < 0 ? body : body.substring(0, lineEnd)).strip();
        Matcher own = OWN_LINE.matcher(first);
        if (lineEnd > 0 && own.matches()) {
            draft.agency = own.group(1);
            draft.titleFrom = body.substring(lineEnd);
        } else {
            for (Pattern form : List.of(IN_BRACKETS, IN_SLASHES)) {
                Matcher before = form.matcher(body);
                if (before.find()) {
                    draft.agency = before.group(1).strip();
                    draft.titleFrom = body.substring(before.end());
                    break;
                }
            }
        }
        draft.sourceName = draft.agency;
    }
}
