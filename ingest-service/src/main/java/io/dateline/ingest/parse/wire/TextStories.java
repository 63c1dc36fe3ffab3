package io.dateline.ingest.parse.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Plain wire text, one story or many: a story ends at an end mark, and the next begins where a header, a dateline or any
 * copy follows it. Further takes of a story that said "more" are put together where they stand in one file.
 */
public final class TextStories {
    private TextStories() {}

    /**
     * @param now for dates that leave out their year
     * @return in order; empty where the document holds nothing but white space
     */
    public static List<WirePiece> read(byte[] bytes, Instant now) {
        String positions = WireBytes.positions(bytes);
        List<WirePiece> pieces = new ArrayList<>();
        StoryBuilder open = null;
        int[] openAt = {0, 0};
        for (int[] stretch : stretches(positions)) {
            String text = WireBytes.text(positions.substring(stretch[0], stretch[1]));
            StoryBuilder story = new TextStory(text, now).read();
            if (story == null) {
                if (!text.isBlank() && !WireBytes.lines(text).stream().allMatch(CopyLines::isTrailer)) {
                    pieces.add(new WirePiece(stretch[0], stretch[1] - stretch[0], null, "There is no copy in it."));
                }
                continue;
            }
            if (open != null && continues(open, story)) {
                open.body = open.body + "\n\n" + story.body;
                open.sent = open.sent + "\n\n" + story.sent;
                open.more = story.more;
                story.notes.forEach(open::note);
                open.embargoes.addAll(story.embargoes);
                openAt[1] = stretch[1];
                pieces.set(pieces.size() - 1, new WirePiece(openAt[0], openAt[1] - openAt[0], open.build(now), null));
            } else {
                open = story;
                openAt = stretch.clone();
                pieces.add(new WirePiece(stretch[0], stretch[1] - stretch[0], story.build(now), null));
            }
        }
        return pieces;
    }

    private static boolean continues(StoryBuilder open, StoryBuilder next) {
        boolean sameSlug = open.slug != null && open.slug.equalsIgnoreCase(next.slug);
        return sameSlug && next.marks.add() && !next.marks.follows() && (open.more || open.marks.add());
    }

    /** Where stories begin and end. */
    private static List<int[]> stretches(String positions) {
        List<int[]> found = new ArrayList<>();
        int start = 0;
        boolean copy = false;
        boolean ended = false;
        boolean paused = false;
        boolean blankBefore = true;
        int at = 0;
        while (at < positions.length()) {
            int newline = positions.indexOf('\n', at);
            int end = newline < 0 ? positions.length() : newline + 1;
            String line = positions.substring(at, Math.min(end, at + 400)).strip();
            boolean formFeed = positions.startsWith("\f", at);
            boolean header = line.length() < 300 && isHeader(line);
            boolean next = formFeed && copy
                    || paused && header
                    || ended && !CopyLines.isTrailer(line)
                    || copy && blankBefore && header && startsStory(line);
            if (next) {
                found.add(new int[] {start, at});
                start = at;
                copy = false;
                ended = false;
            }
            paused = copy && (CopyLines.isMore(line) || paused && line.isEmpty());
            ended |= line.length() < 60 && CopyLines.isEnd(line) && copy;
            copy |= !line.isEmpty() && !header;
            blankBefore = line.isEmpty();
            at = end;
        }
        if (start < positions.length()) {
            found.add(new int[] {start, positions.length()});
        }
        return found;
    }

    private static boolean isHeader(String line) {
        return TextStory.LABEL.matcher(line).matches()
                || TextStory.isSlug(line)
                || TextStory.DATE_PREFIX.matcher(line).find();
    }

    /** Lines that can only be the first of a story: even without an end mark before them. */
    private static boolean startsStory(String line) {
        return line.regionMatches(true, 0, "slug:", 0, 5)
                || line.regionMatches(true, 0, "slugline:", 0, 9)
                || TextStory.DATE_PREFIX.matcher(line).find();
    }
}
