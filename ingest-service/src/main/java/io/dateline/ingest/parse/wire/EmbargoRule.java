package io.dateline.ingest.parse.wire;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What makes a line an embargo, in the words of {@link EmbargoGrammar}: where it is looked for, what stands before the
 * embargo, the embargo itself, an example that no other rule knows. One rule that fits is enough; what fits none is news.
 * A line that ought to be known gets a rule or a longer one; news that is taken for an embargo fits one too many.
 */
enum EmbargoRule {
    /** Nothing behind the word, or a colon. */
    ALONE(Where.FIRST, "KEY (END|COLON|DASH)", "EMBARGO: check against delivery"),
    /** Until anything: better refused than published. */
    UNTIL(Where.FIRST, "KEY( NOT)? TILL", "Embargoed until the minister has spoken"),
    /** A day or a time right behind it. */
    WHEN(Where.FIRST, "KEY WHEN", "Embargo Tuesday 13 January"),
    /** A number that counts nothing: "EMBARGO 2 YEARS OLD" is news. */
    NUMBER(Where.FIRST, "KEY( (FOR|AT))? (NUMBER|ORDINAL)( HOURS)?+(?! (NAME|WORD))", "EMBARGO 24 HOURS"),
    LABEL(
            Where.FIRST,
            "KEY ((RELEASE|ENDS|DATE_WORD)( OR)?( DATE_WORD)?( (AT|ON))? (COLON|WHEN)|DAY_WORD( OR DATE_WORD)? COLON)",
            "Embargo date and time: 13 January"),
    /** With a day or a time: "Embargo is 100 days old" is news. */
    ENDS(Where.FIRST, "KEY( (WILL|TO))?( BE)? (ENDS|OVER|IS)( (AT|ON))? WHEN", "Embargo expires at 0001 GMT"),
    TO_BE_LIFTED(Where.FIRST, "KEY (WILL|TO) BE LIFTED( (AT|ON))? WHEN", "Embargo to be lifted at 0001 GMT"),
    /** With an hour: "Embargo lifted on Monday" is news. */
    LIFTED(Where.FIRST, "KEY LIFTED(?=ANY{0,8}CLOCK)( (AT|ON))? WHEN", "Embargo lifted at 0900 GMT"),
    FOR_USE(Where.FIRST, "KEY(HYPHEN)? (FOR|TO|AT) (RELEASE|USE|DELIVERY|WHEN)", "Embargoed for release"),
    /** For what is written with a capital: "Embargoed for years" is news. */
    FOR_WHOM(
            Where.FIRST,
            "EMBARGOED(HYPHEN)? (FOR|TO|AT)( ARTICLE)? (NAME|ZONE|PRESS|MEDIA|DAY|DIGITS|END)",
            "Embargoed for The Lancet"),
    MEDIA(
            Where.FIRST,
            "KEY( (FOR|TO|ARTICLE|DAY)){0,3} (FOR_MEDIA)( (OR|COMMA|FOR_MEDIA)){0,8} (DAY|ORDINAL|NUMBER|END)",
            "EMBARGO ALL MEDIA SUNDAY"),
    SURE(Where.FIRST, "STRICT EMBARGOED|EMBARGOED PENDING", "Embargoed pending delivery"),
    TEXT(
            Where.FIRST,
            "EMBARGOED( (PRESS|MEDIA))? (COPY|RELEASE) (END|STOP|COLON|DASH|TILL|FOR|AT)",
            "Embargoed report."),
    TEXT_IN_CAPITALS(
            Where.FIRST_IN_CAPITALS, "EMBARGOED( (PRESS|MEDIA))? (COPY|RELEASE)|KEY OPEN", "EMBARGOED COPY FOLLOWS"),
    /** Further behind it an hour or a date: "EMBARGO TALKS RESUME" and "EMBARGO DEAL BY 1800 GMT" are news. */
    FURTHER(
            Where.FIRST_IN_CAPITALS,
            "(?!EMBARGO DEAL AT(?!ANY*(UNTIL|NOT|COPY)))KEY(?! (NEWS))"
                    + "ANY{0,20}?(UNTIL|NOT_FOR TILL|HOUR|NOON (ZONE|DAY)|TIME|DATE|(FOUR|ORDINAL)(?! (NAME|WORD|DATE_WORD)))",
            "EMBARGO PRINT AND ONLINE 0001 GMT"),
    /** News of an embargo has no hour: better refused than published. */
    TOLD_WITH_AN_HOUR(
            Where.FIRST_IN_CAPITALS,
            "KEY (TOLD|MAY|REMAINS|WILL|TO)ANY{0,20}?HOUR",
            "EMBARGO HAS BEEN EXTENDED TO 1800 GMT JAN 13"),
    /** Few headlines begin with this word. */
    ANY_NUMBER(
            Where.FIRST_IN_CAPITALS,
            "(EMBARGOED|EMBARGO DATE_WORD)(?! (NEWS|GOODS))ANY{0,20}?(DAY|DIGITS)",
            "EMBARGOED LONDON 6 TUESDAY"),

    HOLD(Where.FIRST, "HOLD FOR RELEASE", "HOLD FOR RELEASE ON DELIVERY"),
    HOLD_UNTIL(Where.FIRST_IN_ANY_LETTERS, "HOLD FOR RELEASE (TILL|AT|WHEN)", "hold for release until 0001 GMT"),
    RELEASE_AT(Where.FIRST, "(FOR )?RELEASE AT DIGITS", "Release at 6 p.m. EST"),
    FOR_RELEASE(Where.FIRST, "FOR RELEASE( (ON|AT|OR|AFTER|TILL|NOT)){0,4} (WHEN|DAY)", "FOR RELEASE: 0001 GMT JAN 13"),
    /** With an hour: films have a date of release as well. */
    RELEASE_DATE(
            Where.FIRST,
            "RELEASE DATE_WORD( OR DATE_WORD)? (COLON|DASH)ANY{0,6}?(CLOCK|TIME)",
            "Release date: 13 January, 10:00 GMT"),
    /** In capitals words may stand between: "Not for use in Europe, the drug" is news. */
    NOT_BEFORE(Where.FIRST, "NOT_FOR(( ARTICLE)? (NAME|NOT)){0,6} TILL", "NOT FOR USE IN THE US BEFORE 0001 GMT"),

    THIS_IS(Where.ANYWHERE, "(COPY|RELEASE) IS_STILL", "AN_EMBARGO TILL", "This report is embargoed until Monday"),
    NOT_FOR(
            Where.ANYWHERE,
            "(COPY|RELEASE|THIS) IS",
            "NOT_FOR TILL DATED",
            "The story is not for release before Jan 13"),
    IS(Where.ANYWHERE, "IS_STILL", "AN_EMBARGO TILL_OR_FOR DATED", "It is embargoed until 13 January"),
    IN_CAPITALS(Where.IN_CAPITALS, "", "EMBARGOED TILL_OR_FOR DATED", "NEW RATES EMBARGOED UNTIL JANUARY 13"),
    /** An hour, as embargoes of goods have none. */
    AT_AN_HOUR(
            Where.UNLESS_TOLD,
            "(?<!GOODS|AN|OR|TOLD)",
            "AN_EMBARGO (TILL (TIME|NUMERIC_DATE)|(TILL )?(DAY COMMA?( AT)? )?CLOCK)",
            "Rates, embargoed until 0001 GMT"),
    BEHIND_A_DASH(
            Where.UNLESS_TOLD,
            "(COLON|DASH|HYPHEN)( STRICT)?",
            "AN_EMBARGO TILL_OR_FOR DATED",
            "Rates: embargoed until 13 January"),
    TEXT_UNTIL(
            Where.UNLESS_TOLD,
            "(COPY|RELEASE)( (UNDER|STILL|STRICT))?",
            "AN_EMBARGO TILL",
            "Annual report - embargoed until delivery");

    /** Where in a line a rule is looked for. */
    enum Where {
        /** With a capital; before it stands nothing that has letters, but for a date. */
        FIRST,
        FIRST_IN_CAPITALS,
        FIRST_IN_ANY_LETTERS,
        ANYWHERE,
        IN_CAPITALS,
        /** Not where a sentence goes on behind it, unless the word is in capitals. */
        UNLESS_TOLD
    }

    private static final Pattern TOLD = EmbargoGrammar.compile("^ANY{0,18}?(CLAUSE|TOLD(?! NOT))");

    private final Where where;
    private final Pattern pattern;
    private final String example;

    EmbargoRule(Where where, String embargo, String example) {
        this(where, "", embargo, example);
    }

    EmbargoRule(Where where, String before, String embargo, String example) {
        this.where = where;
        String start = first() ? "^NO_WORD{0,40}" : "^ANY{0,80}?";
        this.pattern = EmbargoGrammar.compile(start + before + " (?<embargo>" + embargo + ")");
        this.example = example;
    }

    String example() {
        return example;
    }

    /** Whether it is for the whole line, whatever marks or dates stand before. */
    boolean first() {
        return where.compareTo(Where.ANYWHERE) < 0;
    }

    /**
     * The token at which an embargo begins by this rule, or -1.
     *
     * @param noted whether it is said to editors, and so is an embargo in small letters too
     */
    int in(EmbargoTokens line, boolean noted) {
        Matcher m = pattern.matcher(line.codes());
        if (!m.find()) {
            return -1;
        }
        int at = m.start("embargo");
        boolean fits = switch (where) {
            case FIRST -> noted || line.beginsWithCapital(at);
            case FIRST_IN_CAPITALS, IN_CAPITALS -> line.inCapitals(at);
            case FIRST_IN_ANY_LETTERS, ANYWHERE -> true;
            case UNLESS_TOLD ->
                line.inCapitals(at)
                        || !TOLD.matcher(line.codes().substring(m.end())).find();
        };
        return fits ? at : -1;
    }
}
