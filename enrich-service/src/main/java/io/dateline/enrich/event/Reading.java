package io.dateline.enrich.event;

import io.dateline.contracts.enriched.Entity;
import io.dateline.contracts.enriched.Span;
import io.dateline.enrich.pipeline.Field;
import io.dateline.enrich.text.TextHash;
import io.dateline.enrich.text.Tokens;
import java.util.Arrays;
import java.util.List;

/** A field as the lists and the entities read it: for each token its word, the act or sector it names, its entity. */
final class Reading {
    /** Code of compounds that name no act though a word of them does: "press conference", "heart attack". */
    private static final String NO_ACT = "-";

    private static final int LONGEST_ACRONYM = 5;

    final Field field;
    final Tokens tokens;
    private final Word[] words;
    private final String[] nouns;
    private final int[] nounEnds;
    private final boolean[] compound;
    private final Sector[] sectors;
    private final Entity[] entities;

    Reading(Field field, Lexicon lexicon, List<Entity> named) {
        this.field = field;
        this.tokens = field.tokens();
        int size = tokens.size();
        words = new Word[size];
        nouns = new String[size];
        nounEnds = new int[size];
        sectors = new Sector[size];
        compound = new boolean[size];
        entities = new Entity[size];
        for (int i = 0; i < size; i++) {
            words[i] = lexicon.word(tokens.lower(i));
        }
        for (int i = 0; i < size; i++) {
            if (words[i] != null) {
                look(i, lexicon);
            }
        }
        for (Entity entity : named) {
            for (Span span : entity.mentions()) {
                if (span.field().equals(field.name())) {
                    mark(span, entity);
                }
            }
        }
    }

    /** The longest noun and the longest sector that open at a token. */
    private void look(int at, Lexicon lexicon) {
        Word word = words[at];
        if (nounEnds[at] == 0) {
            nouns[at] = word.noun;
            nounEnds[at] = at + 1;
        }
        if (sectors[at] == null) {
            sectors[at] = acronym(at, word.sector) ? null : word.sector;
        }
        long sequence = TextHash.append(TextHash.EMPTY, tokens.lower(at));
        for (int to = at + 1; to < tokens.size() && to < at + word.longest; to++) {
            sequence = TextHash.append(sequence, tokens.lower(to));
            String noun = lexicon.noun(sequence);
            if (noun != null) {
                nouns[at] = noun.equals(NO_ACT) ? null : noun;
                Arrays.fill(compound, at, to + 1, true);
                nounEnds[at] = to + 1;
                for (int i = at + 1; i <= to; i++) {
                    nouns[i] = null;
                    nounEnds[i] = i + 1;
                }
            }
            Sector sector = lexicon.sector(sequence);
            for (int i = at; sector != null && i <= to; i++) {
                sectors[i] = sector;
            }
        }
    }

    /** "un", "eta" and "us" in small letters are other words. */
    private boolean acronym(int at, Sector sector) {
        return sector != null
                && (sector.country() != null || sector.code().equals("IGO"))
                && tokens.length(at) <= LONGEST_ACRONYM
                && !tokens.capitalised(at);
    }

    private void mark(Span span, Entity entity) {
        for (int i = tokens.at(span.start()); i < tokens.size() && tokens.end(i) <= span.end(); i++) {
            entities[i] = entity;
        }
    }

    /** Whether the token's word is of a kind; see {@link Word}. */
    boolean is(int token, int kind) {
        return words[token] != null && words[token].is(kind);
    }

    /** Null where the lists do not know it. */
    Word word(int token) {
        return words[token];
    }

    /** CAMEO code of the noun that opens at a token, or null. */
    String noun(int token) {
        return nouns[token];
    }

    /** Whether the token is of a noun of several words: no verb, then. */
    boolean isCompound(int token) {
        return compound[token];
    }

    int nounEnd(int token) {
        return nounEnds[token];
    }

    Sector sector(int token) {
        return sectors[token];
    }

    Entity entity(int token) {
        return entities[token];
    }

    /** Whether the token names somebody: by name, by sector, or by a pronoun that is an object. */
    boolean isSomebody(int token) {
        return entities[token] != null || sectors[token] != null;
    }

    boolean comma(int token) {
        return tokens.is(token, ',');
    }

    /** Whether the token is a verb of saying. */
    boolean says(int token) {
        Word word = words[token];
        if (word == null || !word.is(Word.VERB) || word.phrases.length == 0) {
            return false;
        }
        Phrase last = word.phrases[word.phrases.length - 1];
        return last.op() == Op.SAY && last.rest().length == 0;
    }

    /** Whether a sentence tells of shares and profits. */
    boolean market(int from, int to) {
        for (int i = from; i < to; i++) {
            if (words[i] != null && words[i].market) {
                return true;
            }
        }
        return false;
    }

    /** Whether a sentence tells of a game. */
    boolean sport(int from, int to) {
        for (int i = from; i < to; i++) {
            if (words[i] != null && words[i].sport) {
                return true;
            }
        }
        return false;
    }
}
