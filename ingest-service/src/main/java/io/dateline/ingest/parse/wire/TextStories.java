package io.dateline.ingest.parse.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Plain wire text, one story or many: a story ends at an end mark, and the next begins where a header, a dateline or any
 * copy follows it. Further takes of a story that said "more" are put together where they stand in one file.
 */
public final class TextStories {
    /** Characters of a line that are looked at; a header has fewer. */
    private static final int LINE = 400;
    /** The most characters that continue one in UTF-8. */
    private static final int CONTINUED = 3;

    private TextStories() {}

    /**
     * @param now  for dates that leave out their year
     * @param most stories that are read; what follows them is one piece more, and not looked at
     * @return in order; empty where the document holds nothing but white space
     */
    public static List<WirePiece> read(byte[] bytes, Instant now, int most) {
        String positions = WireBytes.positions(bytes);
        List<WirePiece> pieces = new ArrayList<>();
        Open open = null;
        for (int[] stretch : stretches(positions)) {
            if (pieces.size() == most) {
                pieces.add(WirePiece.beyond(stretch[0], positions.length()));
                break;
            }
            String text = WireBytes.text(positions.substring(stretch[0], stretch[1]));
            StoryBuilder story = new TextStory(text, now).read();
            if (story == null) {
                if (!text.isBlank() && !WireBytes.lines(text).stream().allMatch(CopyLines::isTrailer)) {
                    pieces.add(new WirePiece(stretch[0], stretch[1] - stretch[0], null, "There is no copy in it."));
                }
                continue;
            }
            if (open != null && open.continuedBy(story)) {
                open.add(story, stretch);
            } else {
                if (open != null) {
                    pieces.set(open.piece, open.close(now));
                }
                open = new Open(story, stretch, pieces.size());
                // Its place, for what cannot be read may stand between the takes.
                pieces.add(null);
            }
        }
        if (open != null) {
            pieces.set(open.piece, open.close(now));
        }
        return pieces;
    }

    /** A story that further takes may continue; put together once, when it is known that none does. */
    private static final class Open {
        private final StoryBuilder story;
        private final int start;
        private final int piece;
        private final StringBuilder body;
        private final StringBuilder sent;
        private int end;

        Open(StoryBuilder story, int[] stretch, int piece) {
            this.story = story;
            this.start = stretch[0];
            this.end = stretch[1];
            this.piece = piece;
            this.body = new StringBuilder(story.body);
            this.sent = new StringBuilder(story.sent);
        }

        boolean continuedBy(StoryBuilder next) {
            boolean sameSlug = story.slug != null && story.slug.equalsIgnoreCase(next.slug);
            return sameSlug && next.marks.add() && !next.marks.follows() && (story.more || story.marks.add());
        }

        void add(StoryBuilder take, int[] stretch) {
            body.append("\n\n").append(take.body);
            sent.append("\n\n").append(take.sent);
            story.more = take.more;
            take.notes.forEach(story::note);
            story.embargoes.addAll(take.embargoes);
            EmbargoLines.bound(story.embargoes);
            end = stretch[1];
        }

        WirePiece close(Instant now) {
            story.body = body.toString();
            story.sent = sent.toString();
            return new WirePiece(start, end - start, story.build(now), null);
        }
    }

    /** Where stories begin and end. */
    private static List<int[]> stretches(String positions) {
        List<int[]> found = new ArrayList<>();
        int start = 0;
        boolean copy = false;
        boolean ended = false;
        boolean paused = false;
        boolean blankBefore = true;
        int above = 0;
        int at = 0;
        while (at < positions.length()) {
            int newline = positions.indexOf('\n', at);
            int end = newline < 0 ? positions.length() : newline + 1;
            String line = line(positions, at);
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
            ended |= copy
                    && line.length() < 60
                    && EndMark.is(line)
                    && EndMark.between(endOfLine(positions, above, at), line, line(positions, end));
            above = at;
            copy |= !line.isEmpty() && !header;
            blankBefore = line.isEmpty();
            at = end;
        }
        if (start < positions.length()) {
            found.add(new int[] {start, positions.length()});
        }
        return found;
    }

    /** The beginning of the line that begins there; empty at the end. */
    private static String line(String positions, int at) {
        int newline = positions.indexOf('\n', at);
        int end = newline < 0 ? positions.length() : newline;
        return positions.substring(at, Math.min(end, at + LINE)).strip();
    }

    /** The end of the line of this stretch, as text: its last character tells whether a sentence ends there. */
    private static String endOfLine(String positions, int from, int to) {
        int start = Math.max(from, to - LINE);
        for (int i = 0; start > from && i < CONTINUED && (positions.charAt(start) & 0xc0) == 0x80; i++) {
            start++;
        }
        return WireBytes.text(positions.substring(start, to)).strip();
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
