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

    private final Tokens tokens;
    private final Named named;
    private final Antecedents antecedents;

    Attribution(Tokens tokens, Named named) {
        this.tokens = tokens;
        this.named = named;
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
            if (!Speech.VERBS.contains(tokens.lower(verb))) {
                continue;
            }
            if (verb > from && Speech.NOT_SAID.contains(tokens.lower(verb - 1))) {
                return null;
            }
            Speaker before = verb == from ? null : subject(from, verb, "after");
            return before != null && before.from() >= 0 ? before : inverted(verb, Math.min(end, verb + FAR));
        }
        return null;
    }

    /** "said the minister, Jane Doe": the first person, else the first name, of what follows the verb. */
    private Speaker inverted(int verb, int limit) {
        int other = Speaker.NOWHERE;
        for (int i = verb + 1; i < limit && !isStop(i); i++) {
            if (named.isPerson(i)) {
                return named(i, verb, "after-inverted");
            }
            if (other < 0 && named.speaks(i)) {
                other = i;
            }
            if (i == verb + 1 && Speech.PRONOUNS.contains(tokens.lower(i))) {
                return pronoun(i, verb, "after-inverted");
            }
        }
        return other >= 0 ? named(other, verb, "after-inverted") : Speaker.unnamed(verb, "after-unnamed");
    }

    /**
     * In what stands before a quotation or before reported speech.
     *
     * @param from where the clause starts at the earliest
     * @param verb the verb of saying
     * @return with nobody named where the subject is a plain noun
     */
    Speaker subject(int from, int verb, String rule) {
        int start = Math.max(from, verb - SUBJECT);
        int last = verb - 1;
        while (last > start && Speech.ASIDE.contains(tokens.lower(last))) {
            last--;
        }
        if (Speech.PRONOUNS.contains(tokens.lower(last))) {
            return pronoun(last, verb, rule);
        }
        if (named.speaks(last)) {
            return belongs(last) ? office(start, verb, rule) : named(last, verb, rule);
        }
        // An aside stands between ("Doe, who met Roe in Riga, said"): the subject is what the clause opens with.
        if (tokens.is(last, ',')) {
            return opening(start, last, verb, rule);
        }
        return office(start, verb, rule);
    }

    /** "the Speaker of the Milli Majlis", "a spokesman for Acme": the name only says where the speaker belongs. */
    private boolean belongs(int name) {
        int before = named.from(name) - 1;
        if (before > 0 && tokens.lower(before) == Speech.THE) {
            before--;
        }
        return !named.isPerson(name) && before >= 0 && Speech.BELONGING.contains(tokens.lower(before));
    }

    private Speaker opening(int start, int end, int verb, String rule) {
        int opens = start;
        for (int i = start; i < end; i++) {
            if (named.isPerson(i)) {
                return named(i, verb, rule);
            }
            if (i > opens && tokens.is(i, ',')) {
                break;
            }
        }
        return named.speaks(start) ? named(start, verb, rule) : office(start, verb, rule);
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
        return Speaker.unnamed(verb, rule + "-unnamed");
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
        return ".?!;\"“”„«»".indexOf(tokens.first(token)) >= 0;
    }
}
