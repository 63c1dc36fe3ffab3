package io.dateline.ingest.parse.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Takes the embargoes out of the lines of a story, with days and times that stand in lines of their own below them. */
final class EmbargoLines {
    /** Longer lines are copy. */
    private static final int LONGEST = 200;
    /** In one story; reading one takes long, and more are no story's. */
    private static final int STORY = 100;
    /** Cannot be read, so that a story with it is refused: its last embargo may be the one that counts. */
    private static final String TOO_MANY = "EMBARGO: more than " + STORY + " lines";

    /** How many lines below an embargo may belong to it. */
    private static final int MOST = 3;

    private final List<String> lines;
    private final List<String> embargoes;
    private final EmbargoBelow below;
    /** Where that which may go on below was added. */
    private int last;

    private EmbargoLines(List<String> lines, List<String> embargoes, Instant now) {
        this.lines = new ArrayList<>(lines);
        this.embargoes = embargoes;
        this.below = new EmbargoBelow(now);
    }

    /**
     * @param embargoes to which they are added as written; with a line below them and without it, for of several the latest
     *                  counts, and the line below may tell when the copy was made
     * @return as many lines as there were, null where they are no copy
     */
    static List<String> take(List<String> lines, List<String> embargoes, Instant now) {
        EmbargoLines all = new EmbargoLines(lines, embargoes, now);
        for (int at = 0; at < lines.size() && embargoes.size() <= STORY; at++) {
            all.at(at);
        }
        bound(embargoes);
        return all.lines;
    }

    /** Puts one that cannot be read in the place of more than a story has. */
    static void bound(List<String> embargoes) {
        if (embargoes.size() > STORY) {
            embargoes.clear();
            embargoes.add(TOO_MANY);
        }
    }

    private void at(int at) {
        String embargo = lines.get(at) == null ? null : EmbargoSigns.in(lines.get(at));
        if (embargo == null) {
            inTwo(at);
            return;
        }
        add(embargo);
        if (embargo.equals(EmbargoSigns.plain(lines.get(at)))) {
            lines.set(at, null);
        }
        below(at + 1, embargo);
    }

    private void inTwo(int at) {
        String line = lines.get(at);
        String below = line == null || at + 1 == lines.size() ? null : lines.get(at + 1);
        String embargo = below == null || below.length() > LONGEST ? null : EmbargoSigns.in(line, below);
        if (embargo != null && EmbargoSigns.in(below) == null) {
            add(embargo);
            lines.set(at, null);
            lines.set(at + 1, null);
            below(at + 2, embargo);
        }
    }

    private void add(String embargo) {
        last = embargoes.size();
        String behind = EmbargoSigns.behindDay(embargo);
        String before = behind == null ? "" : embargo.substring(0, embargo.length() - behind.length());
        if (behind == null || !below.madeOn(before, behind)) {
            embargoes.add(embargo);
        }
        if (behind != null) {
            embargoes.add(behind);
        }
    }

    private void below(int from, String embargo) {
        String said = embargo;
        int at = from;
        for (int joined = 0; joined < MOST; joined++) {
            int adjacent = at;
            while (at < lines.size() && lines.get(at).isBlank()) {
                at++;
            }
            String stripped = at == lines.size() ? "" : EmbargoSigns.plain(lines.get(at));
            if (stripped.isEmpty() || stripped.length() > LONGEST || EmbargoSigns.in(stripped) != null) {
                return;
            }
            String line = stripped.replaceAll("^[\\s^*]+|[\\s<=*]+$", "");
            if (!below.mayGoOn(said, line)) {
                return;
            }
            boolean named = at == adjacent && below.namesDay(said, line);
            boolean more = (below.completes(said, line) || named) && AgencyLine.of(line + "\n") == null;
            boolean alone = below.nothingElse(line) || more && !named && below.nothingElse(said + " " + line);
            if (alone || more) {
                said = join(said, line);
            }
            if (!alone) {
                return;
            }
            lines.set(at, null);
            at++;
        }
    }

    /** What is half a day or time is nothing by itself; all else counts with the line below and without. */
    private String join(String said, String line) {
        if (below.madeOn(line, said)) {
            return said;
        }
        String both = said + " " + line;
        if (below.nothingElse(both) && !below.readable(said)) {
            embargoes.subList(last, embargoes.size()).clear();
        }
        add(both);
        return both;
    }
}
