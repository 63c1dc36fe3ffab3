package io.dateline.enrich.quote;

import io.dateline.contracts.enriched.Entity;
import io.dateline.enrich.text.Tokens;

/**
 * Finds who is said to have said something: a verb of saying and its subject within one clause. Subjects are names,
 * offices ("the Speaker of …") and pronouns with one possible antecedent.
 */
final class Attribution {
    private static final int FAR = 14;
    private static final int SUBJECT = 24;
    private static final int LONGEST_NOUN = 9;

    private final Tokens tokens;
    private final Named named;
    private final Heads heads;
    private final int story;
    private final Antecedents antecedents;

    /** @param story the first token behind the dateline: nobody before it speaks behind it */
    Attribution(Tokens tokens, Named named, int story) {
        this.tokens = tokens;
        this.named = named;
        this.heads = new Heads(tokens, named);
        this.story = story;
        this.antecedents = new Antecedents(tokens, named);
    }

    /**
     * In what follows a quotation: "…," Doe said, "…," said Jane Doe, the minister.
     *
     * @param from first token after the closing mark
     * @param end  where the clause ends at the latest
     * @return null without a verb of saying
     */
    Speaker after(int from, int end) {
        int limit = Math.min(end, from + FAR);
        for (int verb = from; verb < limit && !isStop(verb); verb++) {
            if (!says(verb) || isRequest(verb)) {
                continue;
            }
            if (verb > from && isDenied(verb)) {
                return null;
            }
            Speaker before = verb == from ? null : subject(from, verb, "after");
            return before != null && before.from() >= 0 ? before : inverted(verb, Math.min(end, verb + FAR));
        }
        return null;
    }

    /** "said the minister, Jane Doe": the first person, else the first name, of what follows the verb. */
    private Speaker inverted(int verb, int limit) {
        int from = verb + 1;
        if (from < limit && Speech.PRONOUNS.contains(tokens.lower(from))) {
            return pronoun(from, verb, "after-inverted");
        }
        int end = from;
        while (end < limit && !isStop(end) && !Speech.CLAUSES.contains(tokens.lower(end))) {
            end++;
        }
        int head = heads.first(from, end);
        return head < 0 ? client(verb, end) : named(head, verb, "after-inverted");
    }

    /** "said a lawyer for Jane Doe": the words up to the name say who. */
    private Speaker client(int verb, int end) {
        int name = verb + 1;
        while (name < end && tokens.isWord(name) && !named.speaks(name)) {
            name++;
        }
        if (name < end && heads.owns(name)) {
            int last = heads.owned(name, end);
            return last < 0
                    ? Speaker.unnamed(verb, "after-unnamed")
                    : new Speaker(null, verb + 1, last, verb, "after-inverted-noun");
        }
        boolean circumstance = Speech.BELONGING.contains(tokens.lower(verb + 1));
        boolean client = name > verb + 1 && name < end && named.speaks(name) && !circumstance;
        return client
                ? new Speaker(null, verb + 1, named.to(name), verb, "after-inverted-noun")
                : Speaker.unnamed(verb, "after-unnamed");
    }

    /**
     * In what stands before a quotation or before reported speech.
     *
     * @param from where the clause starts at the earliest
     * @param verb the verb of saying
     * @return with nobody named where the subject is a plain noun
     */
    Speaker subject(int from, int verb, String rule) {
        int start = Math.max(from, Math.max(verb - SUBJECT, story < verb ? story : 0));
        int last = verb - 1;
        while (last > start && Speech.ASIDE.contains(tokens.lower(last))) {
            last--;
        }
        if (tokens.lower(last) == Speech.WHO) {
            return ofWho(start, last, verb, rule);
        }
        if (Speech.PRONOUNS.contains(tokens.lower(last))) {
            return pronoun(last, verb, rule);
        }
        if (named.speaks(last) && !Speech.NO_SPEAKER.contains(tokens.lower(last))) {
            if (!heads.belongs(last)) {
                return named(last, verb, rule);
            }
            return named.isPerson(last) ? noun(start, verb, rule) : office(start, verb, rule);
        }
        // An aside stands between ("Doe, who met Roe in Riga, said"): the subject is what the clause opens with.
        if (tokens.is(last, ',')) {
            return opening(start, last, verb, rule);
        }
        return office(start, verb, rule);
    }

    /** "Doe, who said": the name before it. */
    private Speaker ofWho(int start, int who, int verb, String rule) {
        int before = who - 1;
        if (before > start && tokens.is(before, ',')) {
            before--;
        }
        return before >= start && named.speaks(before) && !heads.belongs(before)
                ? named(before, verb, rule)
                : Speaker.unnamed(verb, rule + "-unnamed");
    }

    /** "did not say", "didn't explicitly say", "could say". */
    boolean isDenied(int verb) {
        int before = verb - 1;
        while (before > 0 && tokens.isWord(before) && tokens.surface(before).endsWith("ly")) {
            before--;
        }
        return Speech.NOT_SAID.contains(tokens.lower(before));
    }

    /** "asked not to be named", "told to leave": nothing is said. */
    boolean isRequest(int verb) {
        if (verb + 1 >= tokens.size()) {
            return false;
        }
        long next = tokens.lower(verb + 1);
        return next == Speech.TO || next == Speech.NOT;
    }

    /** "according to Jane Doe", "according to the police": who is named from a token on, before another. */
    Speaker source(int from, int end, String rule) {
        int head = heads.first(from, end);
        if (head >= 0 && (named.isPerson(head) || head == from)) {
            return new Speaker(named.at(head), named.from(head), named.to(head), Speaker.NOWHERE, rule);
        }
        int to = from;
        while (to < end && !tokens.is(to, ',')) {
            to++;
        }
        // "according to the police", "to officials", and not "to plan".
        boolean people = to > from
                && tokens.isWord(to - 1)
                && (isDetermined(from) || tokens.text().charAt(tokens.end(to - 1) - 1) == 's');
        return people
                ? new Speaker(null, from, to, Speaker.NOWHERE, rule + "-noun")
                : Speaker.unnamed(Speaker.NOWHERE, rule + "-unnamed");
    }

    /** Whether a token is a verb of saying: not the "States" of the United States, nor those that agreed. */
    boolean says(int token) {
        long word = tokens.lower(token);
        if (!Speech.VERBS.contains(word) || named.speaks(token)) {
            return false;
        }
        long next = token + 1 < tokens.size() ? tokens.lower(token + 1) : 0;
        return !Speech.NOUNS.contains(word)
                || !(Speech.VERBS.contains(next)
                        || Speech.FINITE.contains(next)
                        || Speech.BEHIND_A_NOUN.contains(next));
    }

    /** Past whom something is told: "told Reuters", "told the parliament". */
    int pastHearer(int verb, int end) {
        int next = verb + 1;
        if (next >= end || !Speech.TELLING.contains(tokens.lower(verb))) {
            return next;
        }
        int name = tokens.lower(next) == Speech.THE ? next + 1 : next;
        return name < end && named.speaks(name) ? named.to(name) : name + 1;
    }

    /** {@code Jane Doe: "We are ready."}: null where no person alone stands before the colon. */
    Speaker beforeColon(int from, int colon) {
        int name = colon - 1;
        boolean alone = name >= from && named.isPerson(name) && named.from(name) == from;
        return alone ? new Speaker(named.at(name), from, colon, Speaker.NOWHERE, "colon") : null;
    }

    private Speaker opening(int start, int end, int verb, String rule) {
        for (int i = start; i < end && !(i > start && tokens.is(i, ',')); i++) {
            if (named.isPerson(i) && !heads.belongs(i)) {
                return named(i, verb, rule);
            }
        }
        if (named.speaks(start) && !heads.belongs(start)) {
            return named(start, verb, rule);
        }
        int apposed = end - 1;
        if (apposed > start && named.isPerson(apposed) && tokens.is(named.from(apposed) - 1, ',')) {
            return named(apposed, verb, rule);
        }
        // "An official, who asked not to be named, told": the words before the aside.
        int comma = start;
        while (comma < end && !tokens.is(comma, ',')) {
            comma++;
        }
        Speaker before = comma < end && comma > start ? noun(start, comma, rule) : null;
        return before == null || before.from() < 0
                ? office(start, verb, rule)
                : new Speaker(null, before.from(), before.to(), verb, before.rule());
    }

    /** "the Speaker of the Milli Majlis": from its article on, the words up to the verb. */
    private Speaker office(int start, int verb, String rule) {
        for (int i = verb - 2; i >= start; i--) {
            if (tokens.lower(i) == Speech.THE) {
                Entity holder = antecedents.ofOffice(i + 1);
                if (holder != null) {
                    return new Speaker(holder, i, verb, verb, rule + "-office");
                }
            } else if (!tokens.isWord(i)) {
                break;
            }
        }
        return noun(start, verb, rule);
    }

    /** "Officials", "a spokesman for the bank": the words say who, though not by name. */
    private Speaker noun(int start, int verb, String rule) {
        int last = verb;
        while (last > start && Speech.ASIDE.contains(tokens.lower(last - 1))) {
            last--;
        }
        int first = last;
        while (first > start
                && last - first < LONGEST_NOUN
                && (tokens.isWord(first - 1) || heads.isPossessive(first - 1))
                && !Speech.NO_SPEAKER.contains(tokens.lower(first - 1))
                && !Speech.VERBS.contains(tokens.lower(first - 1))) {
            first--;
        }
        int owner = heads.owner(first, last);
        if (owner >= first && !isDetermined(first)) {
            return new Speaker(null, owner, last, verb, rule + "-noun");
        }
        while (first < last && !isDetermined(first) && first > start) {
            first++;
        }
        boolean known = first < last && (first == start || isDetermined(first));
        return known ? new Speaker(null, first, last, verb, rule + "-noun") : Speaker.unnamed(verb, rule + "-unnamed");
    }

    private boolean isDetermined(int token) {
        return Speech.DETERMINERS.contains(tokens.lower(token));
    }

    private Speaker pronoun(int at, int verb, String rule) {
        boolean one = Speech.HE_OR_SHE.contains(tokens.lower(at));
        return new Speaker(one ? antecedents.ofPronoun(at) : null, at, at + 1, verb, rule + "-pronoun");
    }

    private Speaker named(int at, int verb, String rule) {
        return new Speaker(named.at(at), named.from(at), named.to(at), verb, rule);
    }

    /** A full stop or a quotation mark ends the clause. */
    private boolean isStop(int token) {
        if (tokens.length(token) != 1) {
            return false;
        }
        return ".?!;\"“”„«»`".indexOf(tokens.first(token)) >= 0;
    }
}
