package io.dateline.store.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What articles can be filtered by exactly. Each takes several values, which are alternatives, and has a twin by the same
 * name with {@code not-} before it, whose values exclude.
 */
public enum Criterion {
    ENTITY("entity", "entity", List.of("entity")),
    ROLE("role", "role", List.of("role")),
    TOPIC("topic", "topic", List.of("topic")),
    PLACE("place", "place", List.of("place")),
    SOURCE("source", "source", List.of("source")),
    FEED("feed", "feed", List.of()),
    LANGUAGE("lang", "lang", List.of()),
    EVENT("event", "event", List.of()),
    ACTOR("actor", "actor", List.of("entity", "place")),
    RECIPIENT("recipient", "recipient", List.of("entity", "place")),
    EVENT_PLACE("event-place", "eventplace", List.of("place")),
    SPEAKER("speaker", "speaker", List.of("entity")),
    AUTHOR("author", "author", List.of()),
    CATEGORY("category", "category", List.of()),
    AGENCY("agency", "agency", List.of()),
    SLUGLINE("slugline", "slugline", List.of()),
    URGENCY("urgency", "urgency", List.of()),
    DOMAIN("domain", "domain", List.of()),
    URL("url", "url", List.of());

    /** What the names of excluding parameters begin with. */
    public static final String NOT = "not-";

    private static final Pattern LANGUAGE_CODE = Pattern.compile("[A-Za-z]{2,3}");
    private static final Pattern ONE_TO_NINE = Pattern.compile("[1-9]");
    /** A request's first line has room for one of these and some more. */
    private static final int URL_LENGTH = 2_000;

    private final String parameter;
    private final String tag;
    private final List<String> namedAs;

    Criterion(String parameter, String tag, List<String> namedAs) {
        this.parameter = parameter;
        this.tag = tag;
        this.namedAs = namedAs;
    }

    /** Name of the request parameter; never null. */
    public String parameter() {
        return parameter;
    }

    /** Kind of the tags it asks for; never null. */
    public String tag() {
        return tag;
    }

    /** Kinds of labels among which a value may be a name; empty where values are ids or codes alone. */
    List<String> namedAs() {
        return namedAs;
    }

    /** By the name of its parameter, with or without {@code not-}. */
    public static Optional<Criterion> of(String name) {
        String plain = name.startsWith(NOT) ? name.substring(NOT.length()) : name;
        return Arrays.stream(values())
                .filter(criterion -> criterion.parameter.equals(plain))
                .findFirst();
    }

    /** Characters of a value. */
    int longest() {
        return this == URL ? URL_LENGTH : Parameters.VALUE_LENGTH;
    }

    /** What is wrong with a value, or null. */
    String fault(String value) {
        return switch (this) {
            case LANGUAGE -> LANGUAGE_CODE.matcher(value).matches() ? null : "is not an ISO 639 code";
            case URGENCY -> ONE_TO_NINE.matcher(value).matches() ? null : "is not a number from 1 to 9";
            case DOMAIN -> Spelling.domain(value) != null ? null : "is no domain (bbc.co.uk)";
            case URL -> Spelling.page(value) != null ? null : "is no address of a page (https://…)";
            default -> null;
        };
    }

    /** The value as tags have it, where it is an id, a code or what the publisher wrote; without fault. */
    String id(String value) {
        return switch (this) {
            case TOPIC -> value.matches("\\d{8}") ? "medtop:" + value : value;
            case PLACE, EVENT_PLACE, ACTOR, RECIPIENT ->
                value.matches("[A-Za-z]{2,3}") ? value.toUpperCase(Locale.ROOT) : value;
            case LANGUAGE, ROLE -> value.toLowerCase(Locale.ROOT);
            case EVENT -> event(value);
            case AUTHOR, CATEGORY, AGENCY, SLUGLINE -> Spelling.folded(value);
            case DOMAIN -> Spelling.domain(value);
            case URL -> Spelling.page(value);
            default -> value;
        };
    }

    /** Types stand in capitals, modes in small letters. */
    private static String event(String value) {
        int slash = value.indexOf('/');
        return slash < 0
                ? value.toUpperCase(Locale.ROOT)
                : value.substring(0, slash).toUpperCase(Locale.ROOT)
                        + value.substring(slash).toLowerCase(Locale.ROOT);
    }
}
