package io.dateline.store.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What PLOVER's types of events are called. In the order of their names. */
enum Act {
    ACCUSE("accused or criticised", "made accusations or criticised", "accusations and criticism"),
    AGREE("agreed with", "came to an agreement", "agreements"),
    AID("gave aid to", "gave aid", "aid"),
    ASSAULT("used violence on", "used violence", "violence"),
    COERCE("used pressure or arrest on", "used pressure or made arrests", "pressure and arrests"),
    CONCEDE("gave way to", "gave way", "concessions"),
    CONSULT("met or talked with", "held talks", "meetings and talks"),
    COOPERATE("worked together with", "worked together with others", "working together"),
    MOBILIZE("moved forces towards", "moved forces", "mobilisations"),
    PROTEST("protested against", "protested", "protests"),
    REJECT("turned down", "refused", "refusals"),
    REQUEST("made a demand of", "made a demand", "demands"),
    RETREAT("pulled back from", "pulled back", "withdrawals"),
    SANCTION("took sanctions against", "took sanctions", "sanctions"),
    SUPPORT("showed support for", "showed support", "support"),
    THREATEN("threatened", "made a threat", "threats");

    private final String done;
    private final String alone;
    private final String noun;

    /**
     * @param done  what stands before the one it was done to
     * @param alone what stands where nobody is named to whom it was done
     * @param noun  what events of this type are called in a list
     */
    Act(String done, String alone, String noun) {
        this.done = done;
        this.alone = alone;
        this.noun = noun;
    }

    /** The act in plain words; a type nobody knows stands for itself. */
    static String did(String type, boolean toSomebody) {
        return of(type).map(act -> toSomebody ? act.done : act.alone).orElseGet(() -> type.toLowerCase(Locale.ROOT));
    }

    /** What events of a type are called in a list; a mode, a code or a type nobody knows stands for itself. */
    static String noun(String type) {
        return of(type).map(act -> act.noun).orElse(type);
    }

    /** Whether there is a name for events of this type. */
    static boolean known(String type) {
        return of(type).isPresent();
    }

    static List<String> types() {
        return Arrays.stream(values()).map(Act::name).toList();
    }

    private static Optional<Act> of(String type) {
        return Arrays.stream(values()).filter(act -> act.name().equals(type)).findFirst();
    }
}
