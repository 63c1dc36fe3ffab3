package io.dateline.enrich.entity;

import io.dateline.contracts.enriched.Entity;
import io.dateline.enrich.text.TextHash;
import io.dateline.enrich.text.Tokens;
import io.dateline.enrich.text.WordSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Names taken for persons, or for places nobody knows, that have what only organisations have (employees, members, shares, a chief economist), are said to be
 * a company, or are written as only companies are. A name of which a person of the article bears a part, or that stands behind a
 * title, is left alone.
 */
final class Employers {
    private static final WordSet MANAGERS =
            WordSet.of("ceo cfo cto shareholders employees board headquarters subsidiary");
    private static final WordSet CHIEF = WordSet.of("chief managing");
    private static final WordSet OFFICERS = WordSet.of("executive economist financial operating director technology");
    private static final WordSet STAFF = WordSet.of(
            "employees shareholders executives spokesman spokeswoman spokesperson headquarters subsidiary stock ceo");
    private static final long SHARES = TextHash.word("shares");
    /** "Musk shares his view" says nothing of shares. */
    private static final WordSet OF_SHARES =
            WordSet.of("fell rose were jumped slid dropped gained climbed closed have had are traded"
                    + " plunged surged slumped tumbled in on ended lost added");

    private static final WordSet PARTS = WordSet.of(
            "member members employee employees shareholders executives headquarters shares ceo executive founder co-founder");
    private static final WordSet SHAREHOLDINGS = WordSet.of("stake shares");
    /** No person is one of these; what persons may be (a maker, a developer, a producer) is left out. */
    private static final WordSet COMPANIES = WordSet.of(
            "company firm startup start-up retailer manufacturer supplier automaker carmaker chipmaker drugmaker planemaker insurer"
                    + " airline lender brokerage conglomerate bank brewer supermarket chain club charity nonprofit think-tank platform"
                    + " app website newspaper broadcaster subsidiary provider consultancy shipyard utility grocer");

    private static final WordSet ARTICLES = WordSet.of("a an the one");
    /** What may follow the noun that says what a name is; another noun may not: "a bank robber". */
    private static final WordSet BEHIND_NOUN = WordSet.of(
            "that which in based of for whose with from and headquartered founded owned at on has had is was said");

    private static final int NOUN_WITHIN = 8;
    private static final WordSet CAMELS = WordSet.of("mc mac de di la le du van fitz o' jo da del st des ma");

    private final Set<String> persons = new HashSet<>();
    /** Names of one word. */
    private final Set<String> alone = new HashSet<>();

    private final Predicate<Mention> listed;

    /** @param listed whether a name is that of a place that is known */
    Employers(List<Mention> mentions, Predicate<Mention> listed) {
        this.listed = listed;
        for (Mention mention : mentions) {
            if (mention.type() == Entity.Type.PER) {
                Tokens tokens = mention.field().tokens();
                boolean titled = mention.from() > 0 && Words.TITLES.contains(tokens.lower(mention.from() - 1));
                if (titled) {
                    persons.add(mention.surface());
                }
                if (mention.words() == 1) {
                    alone.add(mention.surface());
                } else {
                    persons.add(tokens.surface(mention.to() - 1));
                    persons.add(tokens.surface(mention.from()));
                }
            }
        }
    }

    /** Whether the first word of a name of several is said without the others: "Alden" of "Alden Capital". */
    boolean isShortened(Mention mention) {
        return mention.words() > 1 && alone.contains(mention.field().tokens().surface(mention.from()));
    }

    /** Whether this mention says that its name is an organisation's. */
    boolean is(Mention mention) {
        Tokens tokens = mention.field().tokens();
        boolean doubtful =
                mention.type() == Entity.Type.PER || mention.type() == Entity.Type.LOC && !listed.test(mention);
        return doubtful
                && !persons.contains(mention.surface())
                && (isCompany(tokens, mention) || mention.words() == 1 && has(tokens, mention));
    }

    private static boolean has(Tokens tokens, Mention mention) {
        return hasBehind(tokens, mention.to())
                || hasBefore(tokens, mention.from())
                || isCamel(tokens.surface(mention.from()));
    }

    /** "WeWork", "GrubHub", and not "McKinley". */
    private static boolean isCamel(String word) {
        for (int i = 2; i < word.length(); i++) {
            if (Character.isUpperCase(word.charAt(i)) && Character.isLowerCase(word.charAt(i - 1))) {
                return !CAMELS.contains(TextHash.lower(word, 0, i));
            }
        }
        return false;
    }

    /** "The carmaker Lada", "Ascom, a global provider of alarms". */
    private boolean isCompany(Tokens tokens, Mention mention) {
        if (mention.words() > 1 && alone.contains(tokens.surface(mention.to() - 1))) {
            return false;
        }
        int before = mention.from() - 1;
        if (before >= 0
                && tokens.sentence(before) == tokens.sentence(mention.from())
                && !tokens.capitalised(before)
                && COMPANIES.contains(tokens.lower(before))) {
            return true;
        }
        int i = mention.to();
        boolean told = i + 2 < tokens.size() && tokens.is(i, ',') && ARTICLES.contains(tokens.lower(i + 1));
        for (int k = i + 2; told && k < tokens.size() && k < i + NOUN_WITHIN && tokens.isWord(k); k++) {
            if (BEHIND_NOUN.contains(tokens.lower(k))) {
                return false;
            }
            boolean last = k + 1 >= tokens.size()
                    || !tokens.isWord(k + 1) && tokens.lower(k + 1) != Words.POSSESSIVE
                    || BEHIND_NOUN.contains(tokens.lower(k + 1));
            if (last) {
                return COMPANIES.contains(tokens.lower(k));
            }
        }
        return false;
    }

    private static boolean hasBehind(Tokens tokens, int to) {
        if (to + 2 >= tokens.size()) {
            return false;
        }
        long first = tokens.lower(to);
        if (first == Words.POSSESSIVE) {
            long next = tokens.lower(to + 1);
            return MANAGERS.contains(next) || CHIEF.contains(next) && OFFICERS.contains(tokens.lower(to + 2));
        }
        boolean chief = CHIEF.contains(first) && OFFICERS.contains(tokens.lower(to + 1));
        return chief || STAFF.contains(first) || first == SHARES && OF_SHARES.contains(tokens.lower(to + 1));
    }

    /** "Members of Scientology", "a stake in Ocado". */
    private static boolean hasBefore(Tokens tokens, int from) {
        if (from < 2) {
            return false;
        }
        long of = tokens.lower(from - 1);
        long what = tokens.lower(from - 2);
        return of == Words.OF && PARTS.contains(what) || of == Words.IN && SHAREHOLDINGS.contains(what);
    }
}
