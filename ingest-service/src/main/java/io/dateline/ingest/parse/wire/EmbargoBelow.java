package io.dateline.ingest.parse.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/** How a line below an embargo may belong to it. */
record EmbargoBelow(Instant sent) {
    private static final String PREPOSITIONS = "^((ON|FOR|AT|ARTICLE) ){0,4}";
    /** Zones, and what is no weekday by itself, count before a date only. */
    private static final Pattern BEGINS_WITH_DAY =
            EmbargoGrammar.compile(PREPOSITIONS + "(DATE|(DAY|ZONE)( COMMA)? (DAY|DATE)|WEEKDAY)");

    private static final Pattern BEGINS_WITH_TIME = EmbargoGrammar.compile(PREPOSITIONS + "CLOCK");
    /** "Date: Tuesday 13 January 2026"; "for papers of Tuesday". */
    private static final Pattern FEW_WORDS_AND_DAY = EmbargoGrammar.compile(
            "^NO_WORD{0,12}(( COMMA?ANY_WORD){1,5} COMMA?DATE"
                    + "|(FOR|DATE_WORD|PRESS|MEDIA|RELEASE|USE)( COMMA?ANY_WORD){0,6} (DATE|DAY)(NO_WORD{0,6}ANY_WORD){0,4})NO_WORD{0,12}$");
    /** What is open at its end goes on below. */
    private static final Pattern OPEN_END = EmbargoGrammar.compile("(UNTIL|BEFORE) END");

    private static final Pattern COLON = Pattern.compile(":[\\s*=<]*$");
    private static final Pattern UNTIL = Pattern.compile("^(?i:(?:not )?before|until|till)\\b\\W*");

    /** Whether a line below may belong to it: below one that names nothing it may be the day on which copy was made. */
    boolean mayGoOn(String line, String below) {
        return line.length() <= EmbargoTerms.LONGEST
                && (!Embargo.rest(line).isEmpty()
                        || fits(OPEN_END, line)
                        || UNTIL.matcher(below).lookingAt()
                        || COLON.matcher(line).find() && hasTime(below));
    }

    private boolean hasTime(String line) {
        EmbargoTerms terms = terms(line);
        return terms != null && !terms.lackTime();
    }

    boolean readable(String line) {
        return Embargo.of(line, sent).end() != null;
    }

    /** Whether a day below a line that can be read is none of its own, but the earlier one on which it was made. */
    boolean madeOn(String below, String line) {
        EmbargoTerms both = terms(Embargo.rest(line + " " + below));
        OffsetDateTime end = Embargo.of(line, sent).end();
        OffsetDateTime made = Embargo.of("EMBARGO " + below, sent).end();
        return both != null && both.onAnotherWeekday() && end != null && made != null && made.isBefore(end);
    }

    /** Whether it begins with the date or the time that a line lacks. */
    boolean completes(String line, String below) {
        EmbargoTerms terms = terms(Embargo.rest(line));
        return terms != null
                && (terms.lackDate() && fits(BEGINS_WITH_DAY, below)
                        || terms.lackTime() && fits(BEGINS_WITH_TIME, below));
    }

    /** Whether it is a few words and the date that a line lacks. */
    boolean namesDay(String line, String below) {
        EmbargoTerms terms = terms(Embargo.rest(line));
        return terms != null && terms.lackDate() && fits(FEW_WORDS_AND_DAY, below);
    }

    /** Whether a line below one, or both, are nothing but a day or a time. */
    boolean nothingElse(String line) {
        EmbargoTerms terms = terms(UNTIL.matcher(Embargo.rest(line)).replaceFirst(""));
        return terms != null && terms.alone();
    }

    /** Null for what cannot be read. */
    private EmbargoTerms terms(String text) {
        try {
            return EmbargoTerms.of(text, sent);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static boolean fits(Pattern pattern, String line) {
        return pattern.matcher(EmbargoTokens.of(line).codes()).find();
    }
}
