package io.dateline.enrich.entity;

import io.dateline.contracts.enriched.Entity;
import io.dateline.enrich.gazetteer.Gazetteer;
import io.dateline.enrich.pipeline.Field;
import io.dateline.enrich.text.TextHash;
import io.dateline.enrich.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the names of an English text: the tagger first, then what is certain without it (organisations by their head
 * word, countries, nationalities and groups).
 */
final class MentionFinder {
    private final Tagger tagger;
    private final Nations nations;

    MentionFinder(Tagger tagger, Gazetteer gazetteer) {
        this.tagger = tagger;
        this.nations = new Nations(gazetteer);
    }

    /** In text order, none overlapping. */
    List<Mention> find(Field field) {
        Tokens tokens = field.tokens();
        byte[] labels = tagger.tag(tokens);
        boolean headline = field.name().equals("title") && isTitleCase(tokens);
        List<Mention> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); ) {
            int tagged = taggedEnd(labels, i);
            int org = headline ? i : Titles.beforePress(tokens, i, OrgRule.whole(tokens, i));
            // The rule's span wins where it starts no later and reaches no less far than the tagger's.
            if (org > i && org >= tagged && !isKnownBetter(tokens, labels, i, org)) {
                if (Titles.personFrom(tokens, i, org, TagSet.ORG) < org) {
                    name(field, i, org, TagSet.ORG, found);
                } else {
                    found.add(new Mention(field, i, org, Entity.Type.ORG));
                }
                i = org;
            } else if (tagged > i && isNobody(tokens, i, tagged, TagSet.type(labels[i]))) {
                java.util.Arrays.fill(labels, i, tagged, (byte) TagSet.OUTSIDE);
            } else if (tagged > i) {
                tagged = surnameEnd(tokens, labels, i, tagged);
                name(field, i, tagged, TagSet.type(labels[i]), found);
                i = tagged;
            } else {
                i = listed(field, labels, i, found);
            }
        }
        found.replaceAll(nations.countries(found));
        return found;
    }

    /** A headline In Which Most Words Are Capitalised: its capitals tell nothing. */
    static boolean isTitleCase(Tokens tokens) {
        int words = 0;
        int capitals = 0;
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.isWord(i) && tokens.length(i) > 3) {
                words++;
                capitals += tokens.capitalised(i) ? 1 : 0;
            }
        }
        return words >= 3 && capitals * 10 >= words * 7;
    }

    private static boolean isNobody(Tokens tokens, int from, int to, int type) {
        return type == TagSet.ORG
                && (Words.NO_ORGANISATIONS.contains(tokens.lower(from))
                        || Words.NO_ORGANISATIONS.contains(tokens.lower(to - 1)));
    }

    /**
     * Whether the tagger has a name that ends where the rule's does, other than in what follows the rule's "of": on
     * where a name begins, and whether it is a place's, the tagger knows better.
     */
    private static boolean isKnownBetter(Tokens tokens, byte[] labels, int from, int end) {
        int start = end - 1;
        int position = TagSet.position(labels[start]);
        if (position != TagSet.LAST && position != TagSet.UNIT || TagSet.type(labels[start]) == TagSet.PER) {
            return false;
        }
        while (start > from
                && TagSet.position(labels[start]) >= TagSet.INSIDE
                && TagSet.position(labels[start]) != TagSet.UNIT) {
            start--;
        }
        long before = start > from ? tokens.lower(start - 1) : 0;
        return before != Words.OF && before != Words.FOR && before != Words.THE;
    }

    private static int taggedEnd(byte[] labels, int from) {
        int position = TagSet.position(labels[from]);
        if (position == TagSet.UNIT) {
            return from + 1;
        }
        if (position != TagSet.BEGIN) {
            return from;
        }
        int i = from + 1;
        while (TagSet.position(labels[i]) == TagSet.INSIDE) {
            i++;
        }
        return i + 1;
    }

    private void name(Field field, int from, int to, int type, List<Mention> found) {
        Tokens tokens = field.tokens();
        int start = from;
        int end = to;
        while (start < end && tokens.kind(start) == Tokens.MARK) {
            start++;
        }
        if (type == TagSet.PER) {
            while (end - start > 1 && NameCuts.isTitleWord(tokens, start)) {
                start++;
            }
        }
        while (start < end && tokens.lower(start) == Words.THE) {
            start++;
        }
        end = Titles.beforePress(tokens, start, NameCuts.cut(tokens, start, end, type));
        boolean named = false;
        for (int i = start; i < end; i++) {
            named |= tokens.isWord(i) && (!Character.isLowerCase(tokens.first(i)) || Surnames.hasArticle(tokens, i));
        }
        if (start < end && (Titles.isDateOrParty(tokens, start, end, type))) {
            return;
        }
        boolean onlyTitle = type == TagSet.PER && end - start == 1 && NameCuts.isTitleWord(tokens, start);
        boolean nobody = type == TagSet.ORG && end > start && Words.NO_ORGANISATIONS.contains(tokens.lower(end - 1));
        if (start >= end || !named || onlyTitle || nobody) {
            return;
        }
        int titled = Titles.personFrom(tokens, start, end, type);
        if (titled < end) {
            int before = Titles.officeFrom(tokens, start, titled);
            if (before > start) {
                name(field, start, before, TagSet.ORG, found);
            }
            name(field, titled, end, TagSet.PER, found);
            return;
        }
        if (type == TagSet.PER && peelCountry(field, start, end, found)) {
            return;
        }
        if (splitPeoples(field, start, end, found)) {
            return;
        }
        int and = type == TagSet.ORG ? NameCuts.between(tokens, start, end) : end;
        if (and < end) {
            name(field, start, and, TagSet.ORG, found);
            name(field, and + 1, end, TagSet.ORG, found);
            return;
        }
        int person = type == TagSet.ORG ? NameCuts.personFrom(tokens, start, end) : end;
        if (person < end) {
            name(field, start, person, TagSet.ORG, found);
            name(field, person, end, TagSet.PER, found);
            return;
        }
        if (type == TagSet.ORG && NameCuts.isTitledPerson(tokens, start, end)) {
            name(field, start, end, TagSet.PER, found);
            return;
        }
        long hash = Gazetteer.hash(tokens, start, end);
        Entity.Type as = type == TagSet.PER ? Entity.Type.PER : type == TagSet.ORG ? Entity.Type.ORG : Entity.Type.LOC;
        if (nations.isGroup(hash)) {
            as = Entity.Type.NORP;
        } else if (as == Entity.Type.ORG && end - start > 1 && Words.FACILITIES.contains(tokens.lower(end - 1))) {
            as = Entity.Type.LOC;
        }
        found.add(new Mention(field, start, end, as));
    }

    /** "General Abdel Fattah | al-Burhan": a surname with its particle, which the tagger is apt to leave off. */
    private static int surnameEnd(Tokens tokens, byte[] labels, int from, int to) {
        if (TagSet.type(labels[from]) != TagSet.PER && !Titles.isTitle(tokens, from)) {
            return to;
        }
        int end = Surnames.reach(tokens, to);
        for (int i = to; i < end; i++) {
            if (labels[i] != TagSet.OUTSIDE && TagSet.position(labels[i]) != TagSet.UNIT) {
                return to;
            }
        }
        return end;
    }

    /** "Foreign Minister of | Turkey | Hakan Fidan", and "Turkish | Chief", who is nobody. */
    private boolean peelCountry(Field field, int start, int end, List<Mention> found) {
        Tokens tokens = field.tokens();
        long first = Gazetteer.hash(tokens, start, start + 1);
        if (end - start >= 3
                && start > 0
                && tokens.lower(start - 1) == Words.OF
                && nations.isCountry(tokens, start, start + 1, first)) {
            found.add(new Mention(field, start, start + 1, Entity.Type.LOC));
            name(field, start + 1, end, TagSet.PER, found);
            return true;
        }
        if (end - start > 1 && nations.isGroup(first) && Titles.isOffice(tokens, start + 1, end)) {
            found.add(new Mention(field, start, start + 1, Entity.Type.NORP));
            return true;
        }
        return false;
    }

    /** "Swiss | and | Kurds". */
    private boolean splitPeoples(Field field, int start, int end, List<Mention> found) {
        Tokens tokens = field.tokens();
        for (int i = start + 1; i < end - 1 && end - start < Gazetteer.LONGEST; i++) {
            if (tokens.lower(i) == Words.AND
                    && nations.isGroup(Gazetteer.hash(tokens, start, i))
                    && nations.isGroup(Gazetteer.hash(tokens, i + 1, end))) {
                found.add(new Mention(field, start, i, Entity.Type.NORP));
                found.add(new Mention(field, i + 1, end, Entity.Type.NORP));
                return true;
            }
        }
        return false;
    }

    /** The longest country, nationality or group that starts here and lies outside the tagger's names. */
    private int listed(Field field, byte[] labels, int from, List<Mention> found) {
        Tokens tokens = field.tokens();
        if (!tokens.capitalised(from)) {
            return from + 1;
        }
        int best = from;
        Entity.Type type = null;
        long hash = TextHash.EMPTY;
        int limit = Math.min(tokens.size(), from + Gazetteer.LONGEST);
        for (int i = from;
                i < limit && labels[i] == TagSet.OUTSIDE && tokens.sentence(i) == tokens.sentence(from);
                i++) {
            hash = TextHash.append(hash, tokens.lower(i));
            if (nations.isCountry(tokens, from, i + 1, hash)) {
                best = i + 1;
                type = Entity.Type.LOC;
            } else if (nations.isGroup(hash)) {
                best = i + 1;
                type = Entity.Type.NORP;
            }
        }
        if (type == null) {
            return from + 1;
        }
        found.add(new Mention(field, from, best, type));
        return best;
    }
}
