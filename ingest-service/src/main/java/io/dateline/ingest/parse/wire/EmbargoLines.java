package io.dateline.ingest.parse.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Takes the embargoes out of the lines of a story, with days and times that stand in lines of their own below them. */
final class EmbargoLines {
    /** Longer lines are copy. */
    private static final int LONGEST = 200;
    /** How many lines below an embargo may belong to it. */
    private static final int MOST = 3;

    private final List<String> lines;
    private final List<String> embargoes;
    private final Instant now;

    private EmbargoLines(List<String> lines, List<String> embargoes, Instant now) {
        this.lines = new ArrayList<>(lines);
        this.embargoes = embargoes;
        this.now = now;
    }

    /**
     * @param embargoes to which they are added as written; with a line below them and without it, for of several the latest
     *                  counts, and the line below may tell when the copy was made
     * @return as many lines as there were, null where they are no copy
     */
    static List<String> take(List<String> lines, List<String> embargoes, Instant now) {
        EmbargoLines all = new EmbargoLines(lines, embargoes, now);
        for (int at = 0; at < lines.size(); at++) {
            all.at(at);
        }
        return all.lines;
    }

    private void at(int at) {
        String embargo = lines.get(at) == null ? null : EmbargoSigns.in(lines.get(at));
        if (embargo == null) {
            return;
        }
        embargoes.add(embargo);
        if (embargo.length() == lines.get(at).strip().length()) {
            lines.set(at, null);
        }
        if (Embargo.mayGoOn(embargo)) {
            below(at + 1, embargo);
        }
    }

    private void below(int from, String embargo) {
        String said = embargo;
        int at = from;
        for (int joined = 0; joined < MOST; joined++) {
            while (at < lines.size() && lines.get(at).isBlank()) {
                at++;
            }
            String stripped = at == lines.size() ? "" : lines.get(at).strip();
            if (stripped.isEmpty() || stripped.length() > LONGEST || EmbargoSigns.in(stripped) != null) {
                return;
            }
            String line = stripped.replaceAll("^[\\s^*]+|[\\s<=*]+$", "");
            boolean alone = Embargo.nothingElse(line, now);
            if (alone || Embargo.completedBy(line, said, now) && AgencyLine.of(line + "\n") == null) {
                said = said + " " + line;
                embargoes.add(said);
            }
            if (!alone) {
                return;
            }
            lines.set(at, null);
            at++;
        }
    }
}
