package io.dateline.enrich.entity;

import io.dateline.enrich.text.TextHash;
import io.dateline.enrich.text.Tokens;
import io.dateline.enrich.text.WordSet;

/**
 * Persons whose title the tagger has swallowed: "Bank of England Governor | Andrew Bailey". What stands before the title
 * is an organisation, a country or a people of its own.
 */
final class Titles {
    private static final int LONGEST_NAME = 4;

    /** Titles that are as often part of a name, and count only behind another word of an office: "Crown Prince". */
    private static final WordSet WEAK =
            WordSet.of("king queen prince princess emperor dean pope lord lady judge justice"
                    + " major marshal general chief head leader member chair captain miss director founder coach author actor"
                    + " actress singer manager officer reporter editor correspondent principal commander");

    private static final WordSet MORE_TITLES =
            WordSet.of("secretary-general director-general attorney-general" + " governor-general counterpart");
    private static final WordSet MORE_PARTS = WordSet.of("high crown first");
    private static final long GENERAL = TextHash.word("general");
    private static final long LADY = TextHash.word("lady");
    private static final long PRESS = TextHash.word("press");
    private static final long SECRETARY = TextHash.word("secretary");
    private static final long FIRST = TextHash.word("first");

    /** What "General" begins as a company or a body. */
    private static final WordSet GENERAL_WHAT =
            WordSet.of("electric motors mills dynamics atomics assembly synod medical"
                    + " services staff council accounting election hospital store stores foods secretariat");

    /** Months and days, except those that are first names. */
    private static final WordSet DATES =
            WordSet.of("jan. january feb. february mar. march apr. jun. jul. july aug. sep."
                    + " sept. sept september oct. october nov. november dec. december monday tuesday wednesday thursday friday"
                    + " saturday sunday");

    private static final WordSet DATES_OR_PERSONS = WordSet.of("april may june august");

    private Titles() {}

    static boolean isTitle(Tokens tokens, int token) {
        return Words.TITLES.contains(tokens.lower(token)) || MORE_TITLES.contains(tokens.lower(token));
    }

    static boolean isPart(Tokens tokens, int token) {
        return Words.TITLE_PARTS.contains(tokens.lower(token)) || MORE_PARTS.contains(tokens.lower(token));
    }

    /** Whether all of the tokens are words of an office. */
    static boolean isOffice(Tokens tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isTitle(tokens, i) && !isPart(tokens, i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a title is an office, rather than a form of address. */
    static boolean isHeld(Tokens tokens, int token) {
        boolean firstLady = token > 0 && tokens.lower(token) == LADY && tokens.lower(token - 1) == FIRST;
        return firstLady || isTitle(tokens, token) && !Words.ADDRESSES.contains(tokens.lower(token));
    }

    /** Where the person begins behind the last title in a name, or {@code end} where the name has no such title. */
    static int personFrom(Tokens tokens, int start, int end, int type) {
        int fewest = type == TagSet.PER ? 1 : 2;
        int title = -1;
        for (int i = start; i < end - fewest; i++) {
            title = isTitle(tokens, i) && tokens.capitalised(i) ? i : title;
        }
        boolean known = title >= 0 && (title == start ? opens(tokens, title, type) : closes(tokens, start, title));
        return known && isPersonsName(tokens, title + 1, end) ? title + 1 : end;
    }

    private static boolean opens(Tokens tokens, int title, int type) {
        long word = tokens.lower(title);
        return type == TagSet.ORG
                && (!WEAK.contains(word) || word == GENERAL && !GENERAL_WHAT.contains(tokens.lower(title + 1)));
    }

    private static boolean closes(Tokens tokens, int start, int title) {
        int before = title - 1;
        return !WEAK.contains(tokens.lower(title))
                || isTitle(tokens, before) && before > start - 1
                || isPart(tokens, before);
    }

    private static boolean isPersonsName(Tokens tokens, int from, int to) {
        if (to - from > LONGEST_NAME || to <= from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            long word = tokens.lower(i);
            boolean named = tokens.isWord(i) && tokens.capitalised(i) || Surnames.isParticle(tokens, i) && i > from;
            if (!named
                    || Words.ORG_HEADS.contains(word)
                    || Words.FACILITIES.contains(word)
                    || Words.NO_ORGANISATIONS.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** Where the office begins that ends before {@code person}: all its words, but no party or senate of its own. */
    static int officeFrom(Tokens tokens, int start, int person) {
        int from = person;
        while (from > start && isOffice(tokens, from - 1, from) && (from == person || !isBody(tokens, from - 1))) {
            from--;
        }
        return tokens.lower(Math.max(start, from - 1)) == Words.POSSESSIVE ? from - 1 : from;
    }

    private static boolean isBody(Tokens tokens, int token) {
        return Words.ORG_HEADS.contains(tokens.lower(token)) && !Words.FIELDS_OF_WORK.contains(tokens.lower(token));
    }

    /** "White House | Press Secretary": the press is the secretary's, not the house's. */
    static int beforePress(Tokens tokens, int from, int end) {
        boolean press = end - from > 1
                && end < tokens.size()
                && tokens.lower(end - 1) == PRESS
                && tokens.lower(end) == SECRETARY;
        return press ? end - 1 : end;
    }

    /** "Sept.", "D-Calif". */
    static boolean isDateOrParty(Tokens tokens, int from, int to, int type) {
        if (to - from != 1) {
            return false;
        }
        long word = tokens.lower(from);
        boolean party = tokens.length(from) > 3
                && "DRI".indexOf(tokens.first(from)) >= 0
                && tokens.text().charAt(tokens.start(from) + 1) == '-'
                && Character.isUpperCase(tokens.text().charAt(tokens.start(from) + 2));
        return party || DATES.contains(word) || type != TagSet.PER && DATES_OR_PERSONS.contains(word);
    }
}
