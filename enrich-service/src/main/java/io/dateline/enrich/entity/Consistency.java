package io.dateline.enrich.entity;

import io.dateline.contracts.enriched.Entity;
import io.dateline.enrich.pipeline.Field;
import io.dateline.enrich.text.TextHash;
import io.dateline.enrich.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A name is the same kind of thing throughout an article: the commonest type of a name is given to all its mentions,
 * and a surname or a long name found once is found wherever it stands again.
 */
final class Consistency {
    /** Shorter surnames are common words too often. */
    private static final int SHORTEST = 4;

    private static final int LONGEST_SPLIT = 10;
    private static final int LONGEST_AGAIN = 6;

    private Consistency() {}

    /** @param listed whether a name is that of a place that is known */
    static List<Mention> apply(List<Mention> mentions, List<Field> fields, Predicate<Mention> listed) {
        List<Mention> voted = vote(CertainTypes.apply(split(mentions), listed));
        Map<Long, Entity.Type> wanted = new HashMap<>();
        Map<Field, boolean[]> taken = new HashMap<>();
        for (Field field : fields) {
            taken.put(field, new boolean[field.tokens().size()]);
        }
        for (Mention mention : voted) {
            Tokens tokens = mention.field().tokens();
            for (int i = mention.from(); i < mention.to(); i++) {
                taken.get(mention.field())[i] = true;
            }
            int last = mention.to() - 1;
            if (mention.type() == Entity.Type.PER && mention.words() > 1 && tokens.length(last) >= SHORTEST) {
                wanted.put(sequence(tokens, last, last + 1), Entity.Type.PER);
                int surname = Surnames.start(tokens, mention.from(), mention.to());
                for (int i = surname; i < last; i++) {
                    wanted.put(sequence(tokens, i, mention.to()), Entity.Type.PER);
                }
            }
            if (mention.words() > 1 || isAcronym(tokens, last)) {
                wanted.put(sequence(tokens, mention.from(), mention.to()), mention.type());
            }
        }
        dropDoubtful(wanted, voted, fields);
        LowerCase common = new LowerCase(fields);
        voted.replaceAll(mention -> whole(mention, taken.get(mention.field()), wanted));
        for (Field field : fields) {
            again(field, taken.get(field), wanted, common, voted);
        }
        voted.sort(
                Comparator.comparing((Mention mention) -> mention.field().name().equals("title") ? 0 : 1)
                        .thenComparingInt(Mention::from));
        return voted;
    }

    /** "Milli Majlis Sahiba Gafarova" is two names where both stand alone elsewhere in the article. */
    private static List<Mention> split(List<Mention> mentions) {
        Map<String, Entity.Type> known = new HashMap<>();
        for (Mention mention : mentions) {
            known.putIfAbsent(mention.surface(), mention.type());
        }
        List<Mention> parts = new ArrayList<>(mentions.size());
        for (Mention mention : mentions) {
            int at = mention.words() < 3 || mention.words() > LONGEST_SPLIT ? -1 : cut(mention, known);
            if (at < 0) {
                parts.add(mention);
                continue;
            }
            Tokens tokens = mention.field().tokens();
            Entity.Type first = known.get(tokens.surface(mention.from(), at));
            Entity.Type second = known.get(tokens.surface(at, mention.to()));
            parts.add(new Mention(mention.field(), mention.from(), at, first));
            parts.add(new Mention(mention.field(), at, mention.to(), second));
        }
        return parts;
    }

    private static int cut(Mention mention, Map<String, Entity.Type> known) {
        Tokens tokens = mention.field().tokens();
        for (int at = mention.from() + 1; at < mention.to(); at++) {
            Entity.Type first = known.get(tokens.surface(mention.from(), at));
            Entity.Type second = known.get(tokens.surface(at, mention.to()));
            boolean person = first == Entity.Type.PER || second == Entity.Type.PER;
            if (first != null && second != null && first != second && person) {
                return at;
            }
        }
        return -1;
    }

    private static List<Mention> vote(List<Mention> mentions) {
        Map<String, int[]> votes = new HashMap<>();
        for (Mention mention : mentions) {
            votes.computeIfAbsent(mention.surface(), surface -> new int[4])[
                    mention.type().ordinal()]++;
        }
        Map<String, Integer> longer = longerNames(mentions);
        List<Mention> voted = new ArrayList<>(mentions.size());
        for (Mention mention : mentions) {
            int[] counts = votes.get(mention.surface());
            boolean settled = !isPlace(mention) && isPersons(counts, longer.getOrDefault(mention.surface(), 0));
            int best = settled ? Entity.Type.PER.ordinal() : mention.type().ordinal();
            for (int type = 0; type < counts.length && !settled; type++) {
                best = counts[type] > counts[best] ? type : best;
            }
            voted.add(mention.with(Entity.Type.values()[best]));
        }
        return voted;
    }

    /** "In Washington", whoever is called so. */
    private static boolean isPlace(Mention mention) {
        return mention.type() == Entity.Type.LOC
                && mention.from() > 0
                && mention.field().tokens().lower(mention.from() - 1) == Words.IN;
    }

    /** How many longer names of persons end in a word. */
    private static Map<String, Integer> longerNames(List<Mention> mentions) {
        Map<String, Integer> longer = new HashMap<>();
        for (Mention mention : mentions) {
            if (mention.type() == Entity.Type.PER && mention.words() > 1) {
                Tokens tokens = mention.field().tokens();
                longer.merge(tokens.surface(mention.to() - 1), 1, Integer::sum);
            }
        }
        return longer;
    }

    /** Persons' longer names vote too; on whether a word is a place they only settle what is in doubt already. */
    private static boolean isPersons(int[] counts, int longer) {
        int persons = counts[Entity.Type.PER.ordinal()];
        int all = persons + longer;
        return longer > 0
                && all >= counts[Entity.Type.ORG.ordinal()]
                && all >= counts[Entity.Type.NORP.ordinal()]
                && (counts[Entity.Type.LOC.ordinal()] == 0 || persons > 0 && all >= counts[Entity.Type.LOC.ordinal()]);
    }

    /** The words that the article has in small letters too, gathered when first asked for: most articles never ask. */
    private static final class LowerCase {
        private final List<Field> fields;
        private Set<Long> words;

        LowerCase(List<Field> fields) {
            this.fields = fields;
        }

        boolean holds(long word) {
            if (words == null) {
                words = new HashSet<>();
                for (Field field : fields) {
                    Tokens tokens = field.tokens();
                    for (int i = 0; i < tokens.size(); i++) {
                        if (tokens.isWord(i) && !tokens.capitalised(i)) {
                            words.add(tokens.lower(i));
                        }
                    }
                }
            }
            return words.contains(word);
        }
    }

    private static long sequence(Tokens tokens, int from, int to) {
        long hash = TextHash.EMPTY;
        for (int i = from; i < to; i++) {
            hash = TextHash.append(hash, tokens.lower(i));
        }
        return hash;
    }

    private static boolean isAcronym(Tokens tokens, int token) {
        boolean capitals = tokens.length(token) > 2 && tokens.isWord(token);
        for (int i = tokens.start(token); i < tokens.end(token); i++) {
            capitals &= Character.isUpperCase(tokens.text().charAt(i));
        }
        return capitals;
    }

    /** An acronym that is a name in fewer than half of its places was hardly one in the others. */
    private static void dropDoubtful(Map<Long, Entity.Type> wanted, List<Mention> voted, List<Field> fields) {
        Map<Long, Integer> surplus = new HashMap<>();
        for (Mention mention : voted) {
            Tokens tokens = mention.field().tokens();
            if (mention.words() == 1 && isAcronym(tokens, mention.from())) {
                surplus.merge(sequence(tokens, mention.from(), mention.to()), 2, Integer::sum);
            }
        }
        if (surplus.isEmpty()) {
            return;
        }
        for (Field field : fields) {
            Tokens tokens = field.tokens();
            for (int i = 0; i < tokens.size(); i++) {
                surplus.computeIfPresent(sequence(tokens, i, i + 1), (word, count) -> count - 1);
            }
        }
        surplus.forEach((word, count) -> {
            if (count < 0) {
                wanted.remove(word);
            }
        });
    }

    private static void again(
            Field field, boolean[] taken, Map<Long, Entity.Type> wanted, LowerCase common, List<Mention> into) {
        Tokens tokens = field.tokens();
        for (int i = 0; i < tokens.size(); ) {
            int end = i;
            Entity.Type type = null;
            long hash = TextHash.EMPTY;
            int limit = tokens.capitalised(i) ? Math.min(tokens.size(), i + LONGEST_AGAIN) : i;
            for (int k = i; k < limit && !taken[k] && tokens.sentence(k) == tokens.sentence(i); k++) {
                hash = TextHash.append(hash, tokens.lower(k));
                Entity.Type found = tokens.capitalised(k) ? wanted.get(hash) : null;
                if (found != null && (k > i || !common.holds(tokens.lower(i)))) {
                    type = found;
                    end = k + 1;
                }
            }
            if (type != null) {
                int from = type == Entity.Type.PER ? particles(tokens, i, end, taken, wanted) : i;
                into.add(new Mention(field, from, end, type));
            }
            i = Math.max(end, i + 1);
        }
    }

    private static Mention whole(Mention mention, boolean[] taken, Map<Long, Entity.Type> wanted) {
        if (mention.type() != Entity.Type.PER) {
            return mention;
        }
        int from = particles(mention.field().tokens(), mention.from(), mention.to(), taken, wanted);
        for (int i = from; i < mention.from(); i++) {
            taken[i] = true;
        }
        return from == mention.from() ? mention : new Mention(mention.field(), from, mention.to(), mention.type());
    }

    /** "Leyen" found behind its "von der" is found with it. */
    private static int particles(Tokens tokens, int from, int end, boolean[] taken, Map<Long, Entity.Type> wanted) {
        int start = from;
        while (start > 0
                && !taken[start - 1]
                && Surnames.isParticle(tokens, start - 1)
                && wanted.get(sequence(tokens, start - 1, end)) == Entity.Type.PER) {
            start--;
        }
        return start;
    }
}
