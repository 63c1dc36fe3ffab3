package io.dateline.enrich.dateline;

import io.dateline.enrich.date.DateWords;
import io.dateline.enrich.gazetteer.UsStates;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;

/**
 * Tells a dateline from a sentence: a line must fit one of the {@link Forms}, name an agency or a place that is known,
 * and open with no preposition, title or company.
 */
final class DatelineGrammar {
    /** What a form matched: places and agency as printed, date parts or null, and the end of it all. */
    record Match(String form, String places, String month, String day, String year, String agency, int end) {}

    /** A dateline is over within so many characters. */
    static final int HEAD = 160;

    private static final int LONGEST_ABBREVIATION = 5;

    /** A place does not open with these: prepositions, titles, weekdays. */
    private static final Set<String> NO_OPENINGS =
            words("in on at from near for after before since by with to of and but"
                    + " president minister senator governor mayor king queen prince princess pope judge justice general colonel"
                    + " captain chairman secretary professor doctor mr mr. mrs mrs. ms ms. dr dr. sen. gov. rep. gen. prof. photo"
                    + " image file updated published posted monday tuesday wednesday thursday friday saturday sunday january february"
                    + " march april june july august september october november december this that what when how why who it he she"
                    + " they we police officials analysts");
    /** Nor end with these. */
    private static final Set<String> NO_ENDINGS =
            words("corp corp. inc inc. ltd ltd. co co. company plc llc ag gmbh group"
                    + " bank said says according agency ministry university committee commission party");

    private static final Set<String> NO_AGENCIES =
            words("monday tuesday wednesday thursday friday saturday sunday today"
                    + " yesterday tomorrow local time january february march april may june july august september october november"
                    + " december gmt est photo video r d");

    private DatelineGrammar() {}

    private static Set<String> words(String words) {
        return Set.of(words.split(" "));
    }

    /**
     * The dateline at the very start of a line, or null.
     *
     * @param known whether places, as printed, name one the gazetteer is certain of
     */
    static Match match(String line, Predicate<String> known) {
        if (!couldBe(line)) {
            return null;
        }
        int stop = Forms.stop(line);
        for (Forms.Form form : Forms.ALL) {
            if (!form.fits(line, stop)) {
                continue;
            }
            Matcher matcher = form.pattern().matcher(line);
            Match match = matcher.lookingAt() ? read(form, matcher, known) : null;
            if (match != null) {
                return match;
            }
        }
        return null;
    }

    /** Cheap refusal of many lines: a dateline opens with a capital, a letter of a script without them, or a bracket. */
    private static boolean couldBe(String line) {
        if (line.length() < 4) {
            return false;
        }
        char first = line.charAt(0);
        if (Character.getType(first) == Character.OTHER_LETTER) {
            return true;
        }
        if (!Character.isUpperCase(first) && first != '(') {
            return false;
        }
        for (int i = 1; i < line.length(); i++) {
            char c = line.charAt(i);
            if ("(/|,-–—".indexOf(c) >= 0 || Character.isDigit(c)) {
                return true;
            }
        }
        return false;
    }

    private static Match read(Forms.Form form, Matcher matcher, Predicate<String> known) {
        String places = places(matcher);
        boolean named = form.demand() != Forms.Demand.CITY && form.demand() != Forms.Demand.PLACE;
        String agency = named ? Agencies.without(matcher.group("agency").trim()) : null;
        String month = null;
        String day = null;
        String year = null;
        for (int i : form.dates()) {
            if (day == null) {
                day = matcher.group("d" + i);
                month = matcher.group("m" + i);
                year = matcher.groupCount() > 0 && !form.name().equals("chinese") ? matcher.group("y" + i) : null;
            }
        }
        if (day != null && Character.isLetter(month.charAt(0)) && DateWords.month(month) == 0) {
            return null;
        }
        if (!isPlace(places) || agency != null && NO_AGENCIES.contains(agency.toLowerCase(Locale.ROOT))) {
            return null;
        }
        if (!isEnough(form, places, agency, day != null, known)) {
            return null;
        }
        int end = matcher.end();
        while (end > 0) {
            char last = matcher.group().charAt(end - 1);
            if (last == '>') {
                end = matcher.group().lastIndexOf("</", end);
            } else if (isSeparator(last)) {
                end--;
            } else {
                break;
            }
        }
        return new Match(
                form.name(),
                places,
                month,
                day,
                year,
                agency,
                Math.max(end, matcher.start("places") + places.length()));
    }

    private static boolean isEnough(
            Forms.Form form, String places, String agency, boolean dated, Predicate<String> known) {
        return switch (form.demand()) {
            case AGENCY ->
                Agencies.isKnown(agency) && !isState(form, places, agency, known)
                        || isShouting(agency) && dated && known.test(places);
            case EITHER -> Agencies.isKnown(agency) || known.test(places);
            case CITY -> isShouting(places.split(",", 2)[0]) || known.test(places);
            case PLACE ->
                (dated && places.indexOf(',') > 0 || isShouting(places.split(",", 2)[0])) && known.test(places);
        };
    }

    /** "Scranton, Pa. —" was not filed by PA: it prints itself in capitals, and Pennsylvania has no London. */
    private static boolean isState(Forms.Form form, String places, String agency, Predicate<String> known) {
        return form.name().equals("undated")
                && UsStates.isAbbreviation(agency)
                && (!agency.equals(agency.toUpperCase(Locale.ROOT)) || known.test(places + ", " + agency + "."));
    }

    /** With the dot of a US state at its end: "SPRINGFIELD, Ill." */
    private static String places(Matcher matcher) {
        String places = matcher.group("places");
        int end = matcher.end("places");
        String part = places.substring(places.lastIndexOf(',') + 1).trim();
        boolean dot = places.indexOf(',') > 0
                && part.length() <= LONGEST_ABBREVIATION
                && end < matcher.end()
                && matcher.group().charAt(end) == '.';
        return dot && UsStates.isAbbreviation(part) ? places.trim() + "." : places.trim();
    }

    private static boolean isPlace(String places) {
        String city = places.split("[,/]", 2)[0].toLowerCase(Locale.ROOT);
        String opening = city.split(" ", 2)[0];
        String ending = city.substring(city.lastIndexOf(' ') + 1);
        return !NO_OPENINGS.contains(opening) && !NO_ENDINGS.contains(ending);
    }

    private static boolean isShouting(String name) {
        return name.equals(name.toUpperCase(Locale.ROOT)) && name.length() >= 3;
    }

    private static boolean isSeparator(char c) {
        return Character.isWhitespace(c) || "-–—_:.".indexOf(c) >= 0;
    }
}
