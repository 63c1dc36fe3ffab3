package io.dateline.ingest.parse.wire;

import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a token of a line is to an embargo. Each has a code of one character, so that {@link EmbargoRule} can be a regular
 * expression over codes: words have letters, what has digits has a digit, punctuation has a sign.
 */
enum EmbargoKind {
    EMBARGO('E', "EMBARGO EMBARGOES"),
    EMBARGOED('D', "EMBARGOED"),
    STRICT('S', "STRICT STRICTLY"),
    STILL('s', "STILL"),
    UNDER('U', "UNDER"),
    HOLD('H', "HOLD"),
    PENDING('p', "PENDING"),
    UNTIL('L', "UNTIL TILL"),
    BEFORE('B', "BEFORE"),
    UP('P', "UP"),
    NOT('N', "NOT"),
    FOR('F', "FOR"),
    TO('T', "TO"),
    AT('A', "AT BY"),
    ON('O', "ON"),
    AFTER('f', "AFTER"),
    /** What an embargo of goods is on, against or since. */
    ABOUT('G', "OF AGAINST SINCE"),
    OR('r', "AND OR"),
    ARTICLE('a', "A THE ALL"),
    AN('i', "AN"),
    WILL('w', "WILL"),
    BE('b', "BE"),
    IS('I', "IS ARE"),
    REMAINS('m', "REMAIN REMAINS STAY STAYS"),
    /** Words of sentences that tell of something. */
    TOLD('W', "WAS WERE HAS HAD FOUND FINDS SHOW SHOWS SHOWED SAY SAYS SAID MIGHT COULD"),
    /** A word of the same kind, but for "and may not be quoted before", and a month. */
    MAY('Y', "MAY"),
    ENDS('X', "LIFT LIFTS END ENDS EXPIRY"),
    OVER('x', "OVER ENDED EXPIRE EXPIRES"),
    LIFTED('l', "LIFTED"),
    DATE_WORD('d', "DATE DATES TIME TIMES"),
    DAY_WORD('j', "DAY"),
    RELEASE('R', "RELEASE RELEASES"),
    USE('V', "PUBLICATION USE BROADCAST"),
    USED('v', "RELEASED PUBLISHED USED BROADCASTING TRANSMISSION TRANSMITTED DISTRIBUTION DISTRIBUTED AIRED POSTED"),
    DELIVERY('y', "DELIVERY"),
    COPY('C', "COPY STORY REPORT ARTICLE TEXT SPEECH MATERIAL INFORMATION DOCUMENT STUDY PAPER ADVANCE"),
    PRESS('M', "PRESS NEWS ISSUE"),
    MEDIA('e', "MEDIA PRINT PAPERS NEWSPAPERS WEB RADIO TV TELEVISION"),
    THIS('t', "THIS ABOVE BELOW FOLLOWING"),
    /** Before the word they tell of an embargo of goods. */
    GOODS('g', "OIL ARMS TRADE FOOD GAS WEAPONS GOODS ITS BEEN"),
    /** Of an embargo of goods: {@code EMBARGO DEAL BY 1800 GMT}. */
    DEAL('c', "DEAL PACT TALKS VOTE SUMMIT"),
    HOURS('h', "HOURS HRS HR H"),
    ANYHOW('o', Pattern.compile("(?:on club tapes|in any form|online)\\b")),

    WEEKDAY('k', ""),
    /** A weekday that is a word as well: {@code Sun}. */
    SHORT_WEEKDAY('K', "MON WED SAT SUN"),
    ZONE('z', ""),
    /** Any other word with a capital. */
    NAME('n', ""),
    /** Any other word in small letters. */
    WORD('q', ""),

    /** A year behind it is a token of its own, for it may be a time. */
    MONTH_DATE(
            '1',
            Pattern.compile(EmbargoWords.MONTH + "\\.? \\d++(?:ST|ND|RD|TH)?|\\d{1,2}(?:ST|ND|RD|TH|\\.)?(?: OF)?[ -]"
                    + EmbargoWords.MONTH + "\\.?")),
    NUMERIC_DATE('8', Pattern.compile("\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}\\b")),
    /** A time with what only times have: {@code 6 p.m.}, {@code 0001 GMT}. */
    HOUR(
            '2',
            Pattern.compile("\\d{1,2}(?:[:.H]?\\d{2})?\\s*+(?:" + EmbargoClock.HOURS
                    + "\\.?)?+[\\s,]*+\\(?(?:[AP]\\.?\\s?M\\b\\.?|" + EmbargoWords.ZONE + ")")),
    NOON('9', Pattern.compile("(?:12(?:[:.]?00)?\\s?)?(?:MIDNIGHT|MIDDAY|NOON)\\b")),
    TIME('3', Pattern.compile("\\d{1,2}[:.H]\\d{2}\\b")),
    YEAR('5', Pattern.compile("(?:19|20)\\d{2}\\b")),
    /** {@code 1830}, which may be a time. */
    FOUR_DIGITS('4', Pattern.compile("(?:[01]\\d|2[0-4])[0-5]\\d\\b")),
    ORDINAL('7', Pattern.compile("\\d{1,2}(?:ST|ND|RD|TH)\\b")),
    NUMBER('6', Pattern.compile("\\p{N}[\\p{N}\\p{L}]*+")),

    COLON(':', Pattern.compile("[:*=]++")),
    HYPHEN('~', Pattern.compile("-(?=\\p{L})")),
    DASH('-', Pattern.compile("[\u2013\u2014-]++")),
    /** A comma behind which a sentence goes on. */
    CLAUSE(';', Pattern.compile(", ?(?!(?:local|on|at|for|and|or|until|please|not)\\b)(?=(?-i:\\p{Ll}))")),
    COMMA(',', Pattern.compile(",++")),
    STOP('.', Pattern.compile("\\.++")),
    SLASH('/', Pattern.compile("/++")),
    OPEN('(', Pattern.compile("[(\\[]++")),
    MARK('!', Pattern.compile("[^\\s\\p{L}\\p{N}]"));

    private static final Map<String, EmbargoKind> WORDS = new HashMap<>();

    static {
        for (EmbargoKind kind : values()) {
            for (String word : kind.words.split(" ")) {
                WORDS.put(word, kind);
            }
        }
    }

    private final char code;
    private final String words;
    /** Null for a word. */
    private final Pattern form;

    EmbargoKind(char code, String words) {
        this.code = code;
        this.words = words;
        this.form = null;
    }

    EmbargoKind(char code, Pattern form) {
        this.code = code;
        this.words = "";
        this.form = form;
    }

    char code() {
        return code;
    }

    Pattern form() {
        return form;
    }

    static EmbargoKind ofWord(String word) {
        String capitals = word.toUpperCase(Locale.ROOT);
        EmbargoKind known = WORDS.get(capitals);
        if (known != null) {
            return known;
        }
        DayOfWeek weekday = EmbargoWords.weekday(capitals);
        if (weekday != null) {
            return WEEKDAY;
        }
        boolean zone = EmbargoWords.zone(capitals) && (word.equals(capitals) || capitals.matches("GMT|UTC"));
        return zone ? ZONE : Character.isUpperCase(word.charAt(0)) ? NAME : WORD;
    }
}
