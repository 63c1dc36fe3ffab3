package io.dateline.enrich.date;

import io.dateline.enrich.text.LongTable;
import io.dateline.enrich.text.TextHash;
import io.dateline.enrich.text.Tokens;
import io.dateline.enrich.text.WordSet;
import java.util.List;

/** English words of time, by the hash of the lower-cased word. */
final class Words {
    static final WordSet LAST = WordSet.of("last previous");
    static final WordSet NEXT = WordSet.of("next coming");
    static final WordSet THIS = WordSet.of("this current");
    static final WordSet PAST_SPAN = WordSet.of("past last previous");
    static final WordSet PART_OF = WordSet.of("early late mid");
    static final WordSet LINKS = WordSet.of("to until till through thru and - \u2013 \u2014");
    static final WordSet BEFORE_YEAR = WordSet.of("in since during until till before after from by between of mid-");
    /** After these a number of four digits is a year whatever follows, unless that is counted or measured. */
    static final WordSet FIRM_BEFORE_YEAR = WordSet.of("in since during early late mid");

    /** "(m. 1949", "born 1928". */
    static final WordSet OF_A_LIFE = WordSet.of("b. d. m. c. div. born died circa est. founded");

    static final WordSet OWNERS = WordSet.of("his her its their our my whose");
    static final WordSet JOINING = WordSet.of("and or");

    static final WordSet COUNTED = WordSet.of(
            "people percent per men women children troops soldiers homes houses km miles metres"
                    + " meters feet kilometres kilometers dollars euros pounds barrels points jobs others more times votes seats"
                    + " tonnes tons workers migrants refugees victims deaths cases schools students members players fans");
    /** After these a number of four digits is a time of day. */
    static final WordSet CLOCK =
            WordSet.of("gmt utc est edt cst cdt mst mdt pst pdt bst cet cest ist jst local hrs hours");
    /** Small words that may follow a year. */
    static final WordSet AFTER_YEAR = WordSet.of(
            "and to when but with the a an in on he she it they was were is has had have by at"
                    + " for as that which who or after before because while where from until through under over than would will"
                    + " did its his her their this if since between during against we i you said into following amid despite");
    /** What stands before "last two years" where it means years and not a lasting. */
    static final WordSet BEFORE_SPAN =
            WordSet.of("the these those its his her their our my in over for during within 's");

    /** These may have a capital before a weekday that is no part of a name. */
    static final WordSet BEFORE_WEEKDAY =
            WordSet.of("on by until till from in of since for late early before after and but"
                    + " or gmt bst cet et est edt pt pst pdt");

    static final WordSet RECURRING = WordSet.of("every each most many");
    static final WordSet IN_MONTH =
            WordSet.of("in since until by during early late mid mid- of last next this from between");

    static final long AGO = TextHash.word("ago");
    static final long OF = TextHash.word("of");
    static final long THE = TextHash.word("the");
    static final long TODAY = TextHash.word("today");
    static final long TONIGHT = TextHash.word("tonight");
    static final long YESTERDAY = TextHash.word("yesterday");
    static final long TOMORROW = TextHash.word("tomorrow");
    static final long POSSESSIVE = TextHash.word("'s");
    static final long WEEKEND = TextHash.word("weekend");
    static final long BETWEEN = TextHash.word("between");
    static final long AND = TextHash.word("and");
    static final long DAY = TextHash.word("day");
    static final long WEEK = TextHash.word("week");
    static final long BEFORE = TextHash.word("before");
    static final long AFTER = TextHash.word("after");
    static final long LAST_WORD = TextHash.word("last");
    static final long NIGHT = TextHash.word("night");
    static final long IN = TextHash.word("in");
    static final long NOW = TextHash.word("now");
    static final long TIME = TextHash.word("time");
    static final long FROM = TextHash.word("from");

    /** Units a date may be counted in, in growing size. */
    enum Unit {
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        YEAR,
        DECADE
    }

    private static final LongTable<Integer> MONTHS = numbered(
            "january february march april may june july august september october november december",
            "jan feb mar apr - jun jul aug sep oct nov dec",
            "jan. feb. mar. apr. - jun. jul. aug. sep. oct. nov. dec.",
            "- - - - - - - - sept - - -",
            "- - - - - - - - sept. - - -");
    private static final LongTable<Integer> MIDDLES = numbered("mid-january mid-february mid-march mid-april mid-may"
            + " mid-june mid-july mid-august mid-september mid-october mid-november mid-december");
    private static final LongTable<Integer> WEEKDAYS = numbered(
            "monday tuesday wednesday thursday friday saturday sunday",
            "mon. tue. wed. thu. fri. sat. sun.",
            "- tues. - thurs. - - -");
    private static final LongTable<Integer> NUMBERS = numbered(
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
                    + " eighteen nineteen twenty",
            "a");
    private static final LongTable<Integer> ORDINALS = numbered("first second third fourth");
    private static final LongTable<Integer> SEASONS = numbered("- - spring - - summer - - autumn - - winter");
    private static final LongTable<Unit> UNITS = new LongTable<>();

    static {
        List<String> names = List.of("day", "week", "month", "quarter", "year", "decade");
        for (Unit unit : Unit.values()) {
            UNITS.put(TextHash.word(names.get(unit.ordinal())), unit);
            UNITS.put(TextHash.word(names.get(unit.ordinal()) + "s"), unit);
        }
    }

    private Words() {}

    private static LongTable<Integer> numbered(String... rows) {
        LongTable<Integer> numbers = new LongTable<>();
        for (String row : rows) {
            String[] words = row.split(" ");
            for (int i = 0; i < words.length; i++) {
                if (!words[i].equals("-")) {
                    numbers.put(TextHash.word(words[i]), i + 1);
                }
            }
        }
        return numbers;
    }

    /** 1 to 12, or 0; only where it is capitalised. */
    static int month(Tokens tokens, int i) {
        return i >= 0 && i < tokens.size() && tokens.capitalised(i) ? MONTHS.get(tokens.lower(i), 0) : 0;
    }

    /** The month of "mid-August", 1 to 12, or 0. */
    static int middleOf(Tokens tokens, int i) {
        return MIDDLES.get(tokens.lower(i), 0);
    }

    /** The month that a season begins in, in the northern half of the world, or 0. */
    static int season(Tokens tokens, int i) {
        return SEASONS.get(tokens.lower(i), 0);
    }

    /** 1 for Monday to 7, or 0; only where it is capitalised. */
    static int weekday(Tokens tokens, int i) {
        return i < tokens.size() && tokens.capitalised(i) ? WEEKDAYS.get(tokens.lower(i), 0) : 0;
    }

    /** Or null. */
    static Unit unit(Tokens tokens, int i) {
        return i < tokens.size() ? UNITS.get(tokens.lower(i)) : null;
    }

    /** 1 to 4, or 0. */
    static int ordinal(Tokens tokens, int i) {
        return i < tokens.size() ? ORDINALS.get(tokens.lower(i), 0) : 0;
    }

    /** A count below 200, in digits or words; 0 where it is none. */
    static int count(Tokens tokens, int i) {
        if (i >= tokens.size()) {
            return 0;
        }
        if (tokens.kind(i) == Tokens.NUMBER) {
            int number = digits(tokens, i, tokens.end(i));
            return number > 0 && number < 200 ? number : 0;
        }
        return NUMBERS.get(tokens.lower(i), 0);
    }

    /** Day of a month, "23" or "23rd"; 0 where it is none. */
    static int dayOfMonth(Tokens tokens, int i) {
        if (i < 0 || i >= tokens.size() || tokens.kind(i) != Tokens.NUMBER || tokens.length(i) > 4) {
            return 0;
        }
        int end = tokens.end(i);
        if (tokens.length(i) > 2) {
            String suffix = tokens.text().substring(end - 2, end);
            if (!suffix.equals("st") && !suffix.equals("nd") && !suffix.equals("rd") && !suffix.equals("th")) {
                return 0;
            }
            end -= 2;
        }
        int day = digits(tokens, i, end);
        return day >= 1 && day <= 31 ? day : 0;
    }

    /** Four digits from 1000 to 2199, or 0. */
    static int year(Tokens tokens, int i) {
        if (i < 0 || i >= tokens.size() || tokens.kind(i) != Tokens.NUMBER || tokens.length(i) != 4) {
            return 0;
        }
        int year = digits(tokens, i, tokens.end(i));
        return year >= 1000 && year < 2200 ? year : 0;
    }

    /** The number, or 0 where anything is no ASCII digit. */
    private static int digits(Tokens tokens, int i, int end) {
        int number = 0;
        for (int at = tokens.start(i); at < end; at++) {
            char c = tokens.text().charAt(at);
            if (c < '0' || c > '9' || number > 100_000) {
                return 0;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }
}
