package io.dateline.store.api;

import io.dateline.store.query.Criterion;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Describes the filters, which are read from the request as a whole, in the API description. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class FilterDescriptions implements OASFilter {
    private static final List<String> OPERATIONS = List.of(
            "findArticles",
            "followChanges",
            "countArticles",
            "findTrends",
            "readTopics",
            "exportArticles",
            "exportNinjs",
            "exportAtom",
            "exportJsonFeed");
    private static final String SEARCH = "findArticles";
    private static final String STREAM = "followChanges";
    private static final List<String> EVENTS = List.of("findEvents", "exportEvents", "exportMentions");
    /** What {@link EventsResource} describes itself. */
    private static final List<Map.Entry<String, String>> TOLD = List.of(
            Map.entry("told-from", "Earliest time of a telling, or a day in UTC"),
            Map.entry("told-to", "First time no longer wanted, or the last day wanted"),
            Map.entry("min-confidence", "0 to 1"));
    /** Stories are not searched by words. */
    private static final String STORIES = "findStories";
    /** Its window has an end and a length. */
    private static final String TRENDS = "findTrends";

    private static final List<Criterion> OF_EVENTS =
            List.of(Criterion.EVENT, Criterion.ACTOR, Criterion.RECIPIENT, Criterion.PLACE, Criterion.SOURCE);
    private static final List<String> OF_STORIES = List.of("from", "to");
    private static final List<Map.Entry<String, String>> SINGLE = List.of(
            Map.entry(
                    "q",
                    "Words, \"phrases\", begin*, OR, AND, NOT, -without and (brackets); operators in capitals; at most 400 "
                            + "characters and 32 terms"),
            Map.entry("in", "`title` or `body`: where the words must occur"),
            Map.entry(
                    "near", "latitude,longitude,kilometres: a place of the article lies in this circle (40.4,49.9,50)"),
            Map.entry("min-salience", "0 to 1: how much it must be about one of the entities asked for"),
            Map.entry(
                    "dup",
                    "`originals`: articles that copy no other; `story`: of each story the newest that fits; `all` by "
                            + "default. An article is an original until the story builder has seen it"),
            Map.entry(
                    "status",
                    "`canceled`: what owners withdrew, without text, for those who hold copies; goes with source, feed and "
                            + "times alone. `usable` by default"),
            Map.entry("from", "Earliest time, or a day in UTC: 2026-11-23T05:00:00Z or 2026-11-23"),
            Map.entry("to", "First time no longer wanted, or the last day wanted"),
            Map.entry("stored-from", "As `from`, of the time at which the store took it"),
            Map.entry("stored-to", "As `to`, of the time at which the store took it"),
            Map.entry("mentioned-from", "First day: the text names a day or span that reaches into it"),
            Map.entry("mentioned-to", "Last day of these"),
            Map.entry("event-from", "First day: an event of the article happened from then on"),
            Map.entry("event-to", "Last day of these"));
    private static final Map<Criterion, String> REPEATED = Map.ofEntries(
            Map.entry(Criterion.ENTITY, "Entity id (`geonames:587084`) or exact name"),
            Map.entry(Criterion.ROLE, "An office as the text has it (`prime minister`), in any case"),
            Map.entry(
                    Criterion.TOPIC,
                    "IPTC Media Topic id (`medtop:11000000`) or exact label; narrower topics are found too"),
            Map.entry(
                    Criterion.PLACE,
                    "Country code (`AZ`), `geonames:ID` or exact name: where the news is about or filed"),
            Map.entry(Criterion.SOURCE, "Source id or exact name"),
            Map.entry(Criterion.FEED, "Id of the feed it came by"),
            Map.entry(Criterion.LANGUAGE, "ISO 639-1 code of the language it is written in"),
            Map.entry(
                    Criterion.EVENT, "PLOVER type (`CONSULT`), type and mode (`CONSULT/visit`) or CAMEO code (`042`)"),
            Map.entry(Criterion.ACTOR, "Who did something: entity id or name, country code, or sector (`GOV`)"),
            Map.entry(Criterion.RECIPIENT, "To whom something was done: as `actor`"),
            Map.entry(Criterion.EVENT_PLACE, "Where something happened: as `place`"),
            Map.entry(Criterion.SPEAKER, "Who is quoted: entity id or exact name"),
            Map.entry(Criterion.AUTHOR, "Who wrote it: a name of the byline, in any case, with or without accents"),
            Map.entry(Criterion.CATEGORY, "A category or keyword as the publisher sent it, in any case"),
            Map.entry(Criterion.AGENCY, "News agency as the copy or its dateline names it, in any case"),
            Map.entry(Criterion.SLUGLINE, "Slugline as sent, whole, in any case"),
            Map.entry(Criterion.URGENCY, "1 (most urgent) to 9; several are alternatives"),
            Map.entry(
                    Criterion.DOMAIN,
                    "Site of its address with all that is below it: `bbc.co.uk` finds `news.bbc.co.uk` too"),
            Map.entry(
                    Criterion.URL,
                    "Address of its page, at most 2,000 characters; http or https, and what only tracks readers, make"
                            + " no difference"));

    @Override
    public Operation filterOperation(Operation operation) {
        if (OPERATIONS.contains(operation.getOperationId())) {
            single(operation, name -> takes(operation.getOperationId(), name));
            repeated(operation, List.of(Criterion.values()));
        } else if (EVENTS.contains(operation.getOperationId())) {
            single(operation, name -> name.startsWith("event-"));
            repeated(operation, OF_EVENTS);
            if (operation.getOperationId().startsWith("export")) {
                TOLD.forEach(entry -> operation.addParameter(parameter(entry, string())));
            }
        } else if (STORIES.equals(operation.getOperationId())) {
            single(operation, OF_STORIES::contains);
            repeated(operation, List.of(Criterion.values()));
        }
        return operation;
    }

    private static boolean takes(String operation, String name) {
        return switch (name) {
            case "from" -> !operation.equals(TRENDS);
            case "dup" -> !operation.equals(STREAM);
            case "status" -> operation.equals(SEARCH);
            default -> true;
        };
    }

    private static void single(Operation operation, Predicate<String> wanted) {
        SINGLE.stream()
                .filter(entry -> wanted.test(entry.getKey()))
                .forEach(entry -> operation.addParameter(parameter(entry, string())));
    }

    private static void repeated(Operation operation, List<Criterion> criteria) {
        for (Criterion criterion : criteria) {
            String name = criterion.parameter();
            operation.addParameter(parameter(Map.entry(name, REPEATED.get(criterion)), strings()));
            operation.addParameter(
                    parameter(Map.entry(Criterion.NOT + name, "Leaves out what `" + name + "` would find"), strings()));
        }
    }

    private static Parameter parameter(Map.Entry<String, String> entry, Schema schema) {
        return OASFactory.createParameter()
                .in(Parameter.In.QUERY)
                .name(entry.getKey())
                .description(entry.getValue())
                .schema(schema);
    }

    private static Schema strings() {
        return OASFactory.createSchema().addType(Schema.SchemaType.ARRAY).items(string());
    }

    private static Schema string() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
