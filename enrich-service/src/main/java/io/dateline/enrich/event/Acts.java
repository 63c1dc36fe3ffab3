package io.dateline.enrich.event;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;

/** Reads each clause of a sentence as one act: what its governing verb means, and who does it to whom. */
final class Acts {
    private static final int REPORTED = 4;
    private static final int CONTENT = 9;
    /** Below it, too many of the acts that readers checked were none. */
    private static final double LEAST = 0.595;

    private final Reading reading;
    private final Clauses clauses;
    private final Meanings meanings;
    private final ObjIntConsumer<String> silent;
    private final Roles roles;

    /** @param silent is told each verb that was taken for no event, and why */
    Acts(Reading reading, ObjIntConsumer<String> silent, Parties parties, Hosts hosts) {
        this.silent = silent;
        this.reading = reading;
        this.clauses = new Clauses(reading);
        this.meanings = new Meanings(reading);
        this.roles = new Roles(reading, parties, hosts);
    }

    /** The acts of sentence {@code [from, to)}. */
    List<Act> of(int from, int to) {
        List<Act> acts = new ArrayList<>();
        List<Clause> found = clauses.of(from, to);
        for (int number = 0; number < found.size(); number++) {
            Clause next = number + 1 < found.size() ? found.get(number + 1) : null;
            Act act = act(found.get(number), next, to);
            if (act != null) {
                acts.add(act);
            }
        }
        return acts;
    }

    private Act act(Clause clause, Clause next, int sentenceEnd) {
        if (clause.kind() == Clause.Kind.IF) {
            return null;
        }
        VerbGroup group = clause.group();
        Meaning meaning = switch (group.mood()) {
            case WILLING, UNWILLING -> meanings.complement(group.to(), clause.end());
            default -> group.head() < 0 || reports(clause, next) ? null : meanings.of(group.head(), clause.end());
        };
        if (meaning == null || meaning.code() == null) {
            meaning = nominal(clause, meaning);
        }
        if (meaning == null && group.mood() == VerbGroup.Mood.DUTY && clause.speaker() != null && !group.negated()) {
            meaning = new Meaning(Op.REQUEST, "100", group.to() - 1, group.to(), false);
        }
        if (meaning == null || meaning.code() == null) {
            return null;
        }
        String code = moody(clause, meaning, sentenceEnd);
        if (code == null) {
            silent.accept("CAMEO " + meaning.code() + ", but by its mood or negation nothing was done", meaning.last());
            return null;
        }
        code = arriving(code, clause);
        Roles.Cast cast = roles.of(clause, meaning, code, sentenceEnd);
        if (cast == null) {
            silent.accept("CAMEO " + code + ", but nobody known does it", meaning.last());
            return null;
        }
        boolean future = group.mood() != VerbGroup.Mood.FACT;
        double confidence = confidence(clause, meaning, cast, sentenceEnd);
        if (confidence < LEAST || group.mood() == VerbGroup.Mood.DUTY && !facesOthers(cast)) {
            silent.accept("CAMEO " + code + ", but too uncertain", meaning.last());
            return null;
        }
        code = expelling(code, cast);
        int from = group.head() < 0 ? Math.min(meaning.last(), group.to()) : group.head();
        from = Math.min(from, meaning.last());
        int to = meaning.last() - from <= 6 ? meaning.last() + 1 : from + 1;
        return new Act(
                code, cast.actors(), cast.recipients(), from, to, clause, future, rule(clause, meaning), confidence);
    }

    /** "announced that …": what was announced is told by the clause that follows. */
    private boolean reports(Clause clause, Clause next) {
        VerbGroup group = clause.group();
        int end = clause.end();
        if (!reading.says(group.head())) {
            return false;
        }
        if (next != null && next.kind() == Clause.Kind.CONTENT && next.group().from() < group.to() + CONTENT) {
            return true;
        }
        for (int i = group.to(); i < end && i < group.to() + REPORTED; i++) {
            if (reading.is(i, Word.THAT) || i == group.to() && reading.is(i, Word.PRONOUN)) {
                return true;
            }
        }
        return false;
    }

    /** "Talks between A and B began", "an attack on B was launched": the subject names the act. */
    private Meaning nominal(Clause clause, Meaning meaning) {
        int head = clause.group().head();
        if (head < 0 || !reading.word(head).happens && !clause.group().passive()) {
            return null;
        }
        Op op = meanings.carrier(head, clause.end());
        if (op == null) {
            return null;
        }
        for (int i = clause.subjectFrom(); i < clause.subjectTo(); i++) {
            if (reading.noun(i) != null
                    && !reading.is(i, Word.BREAK)
                    && meanings.isHead(i, clause.group().from())) {
                String code = Composition.of(op == Op.GIVE ? Op.DO : op, reading.noun(i));
                return code == null ? null : new Meaning(op, code, reading.nounEnd(i) - 1, reading.nounEnd(i), true);
            }
        }
        return null;
    }

    /** Who arrives decides: troops are sent, peacekeepers are aid. */
    private String arriving(String code, Clause clause) {
        if (!code.equals("042")) {
            return code;
        }
        String arrived = code;
        for (int i = clause.subjectFrom(); i < clause.subjectTo(); i++) {
            String noun = reading.noun(i);
            boolean keepsPeace = "074".equals(noun);
            arrived = keepsPeace || "154".equals(noun) && !arrived.equals("074") ? noun : arrived;
        }
        return arrived;
    }

    /** Telling one's own people what ought to be done is talk. */
    private static boolean facesOthers(Roles.Cast cast) {
        String own = cast.actors().get(0).country();
        return cast.recipients().stream()
                .anyMatch(party -> party.known()
                        && (party.country() == null
                                ? party.entity() != null
                                : !party.country().equals(own)));
    }

    /** Who is expelled decides: diplomats are a matter between states, refugees and workers are deported. */
    private static String expelling(String code, Roles.Cast cast) {
        boolean people = !cast.recipients().isEmpty()
                && cast.recipients().get(0).body()
                && "CVL".equals(cast.recipients().get(0).sector());
        return people && code.equals("166") ? "174" : code;
    }

    /** What tense, mood and negation make of an act; null where they leave nothing that was done. */
    private String moody(Clause clause, Meaning meaning, int sentenceEnd) {
        String code = meaning.code();
        boolean hostile = code.compareTo("13") >= 0;
        if (clause.group().negated()) {
            boolean verbal = code.compareTo("09") >= 0;
            VerbGroup.Mood mood = clause.group().mood();
            boolean refused = mood != VerbGroup.Mood.FACT && mood != VerbGroup.Mood.DUTY;
            return verbal || !refused ? null : Composition.of(Op.REJECT, code);
        }
        return switch (clause.group().mood()) {
            case FACT -> code;
            case FUTURE, WILLING -> Composition.of(Op.WILL, code);
            case UNWILLING -> hostile ? null : Composition.of(Op.REJECT, code);
            case MAYBE ->
                hostile && conditional(clause.subjectFrom(), sentenceEnd) ? Composition.of(Op.WILL, code) : null;
            case DUTY ->
                clause.speaker() == null || hostile && code.compareTo("16") < 0
                        ? null
                        : code.equals("100") ? code : Composition.of(Op.REQUEST, code);
        };
    }

    private boolean conditional(int from, int to) {
        for (int i = from; i < to; i++) {
            if (reading.is(i, Word.IF)) {
                return true;
            }
        }
        return false;
    }

    private static String rule(Clause clause, Meaning meaning) {
        String mood = clause.group().mood() == VerbGroup.Mood.FACT
                ? ""
                : "-" + clause.group().mood().name().toLowerCase(java.util.Locale.ROOT);
        String voice = clause.group().passive() ? "-passive" : "";
        return meaning.op().name().toLowerCase(java.util.Locale.ROOT) + mood + voice;
    }

    private double confidence(Clause clause, Meaning meaning, Roles.Cast cast, int sentenceEnd) {
        Party actor = cast.actors().get(0);
        boolean international = actor.country() != null || "IGO".equals(actor.sector());
        boolean recipient = cast.recipients().stream().anyMatch(party -> party.country() != null || party.known());
        double sure = 0.55;
        sure += meaning.sure() ? 0.1 : 0;
        sure += recipient ? 0.1 : 0;
        sure += international ? 0.1 : 0;
        sure -= actor.known() ? 0 : 0.15;
        // "Thousands offered": nobody in particular.
        sure -= actor.entity() == null && !international ? 0.15 : 0;
        sure -= reading.market(clause.subjectFrom(), sentenceEnd) ? 0.15 : 0;
        sure += switch (clause.group().mood()) {
            case MAYBE -> -0.1;
            case DUTY -> -0.05;
            default -> 0;
        };
        sure += switch (clause.kind()) {
            case MAIN -> 0.1;
            case SHARED, CONTENT -> 0.05;
            case UNDER, IF -> -0.05;
        };
        return sure;
    }
}
