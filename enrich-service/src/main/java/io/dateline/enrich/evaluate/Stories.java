package io.dateline.enrich.evaluate;

import io.dateline.contracts.enriched.Dateline;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.enriched.Entity;
import io.dateline.contracts.enriched.Event;
import io.dateline.contracts.enriched.Quote;
import io.dateline.contracts.enriched.Topic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** One step on the invented stories. */
record Stories(String step, Judge judge) implements Evaluation {
    /** Holds what was found in a story against its labels. */
    interface Judge {
        void count(Story story, EnrichedArticle found, Tally tally);
    }

    /** Every step that the stories have labels for. */
    static List<Evaluation> all() {
        return List.of(
                new Stories("entity", Stories::names),
                new Stories("topic", Stories::topics),
                new Stories("event", Stories::events),
                new Stories("quote", Stories::quotes),
                new Stories("dateline", Stories::dateline));
    }

    @Override
    public String set() {
        return "news";
    }

    @Override
    public List<String> needs() {
        return List.of(Story.FILE);
    }

    @Override
    public List<Figure> run(Ground ground) throws IOException {
        Tally tally = new Tally();
        for (Story story : Story.read(ground.file(Story.FILE))) {
            judge.count(story, ground.pipeline().enrich(story.article()), tally);
        }
        return tally.figures();
    }

    /** Exact characters and types. */
    private static void names(Story story, EnrichedArticle found, Tally tally) {
        for (String type : List.of("PER", "ORG", "LOC")) {
            List<String> ours = found.entities().stream()
                    .filter(entity -> entity.type().name().equals(type))
                    .flatMap(entity -> entity.mentions().stream())
                    .filter(span -> span.field().equals("title") || span.start() >= story.bodyStart())
                    .map(span -> type + " " + span.field() + " " + span.start() + "-" + span.end())
                    .toList();
            List<String> wanted =
                    story.names().stream().filter(name -> name.startsWith(type)).toList();
            tally.compare(type, wanted, ours);
            tally.compare("all", wanted, ours);
        }
    }

    /** The top terms above what was found, and whether the surest of them is one of the story's. */
    private static void topics(Story story, EnrichedArticle found, Tally tally) {
        List<String> ours = found.topics().stream()
                .map(Stories::top)
                .map(id -> id.replace("medtop:", ""))
                .distinct()
                .toList();
        List<String> wanted = List.of(story.labelled("topics").get(0).split(" "));
        tally.compare("top terms", wanted, ours);
        tally.share("surest right", !ours.isEmpty() && wanted.contains(ours.get(0)));
    }

    static String top(Topic topic) {
        return topic.broader().isEmpty()
                ? topic.id()
                : topic.broader().get(topic.broader().size() - 1);
    }

    /** The types alone, and with the countries of both sides. */
    private static void events(Story story, EnrichedArticle found, Tally tally) {
        List<String> wanted = story.labelled("event");
        List<String> ours = found.events().stream()
                .map(event -> event.type() + " " + countries(event.actors()) + " > " + countries(event.recipients()))
                .distinct()
                .toList();
        tally.compare("types", types(wanted), types(ours));
        tally.compare("types and countries", wanted, ours);
    }

    private static List<String> types(List<String> events) {
        return events.stream()
                .map(event -> event.substring(0, event.indexOf(' ')))
                .toList();
    }

    private static String countries(List<Event.Participant> side) {
        List<String> codes = side.stream()
                .map(Event.Participant::country)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return codes.isEmpty() ? "-" : String.join("+", codes);
    }

    /** Direct or reported and the exact words, but for the mark at their end; then whose they are. */
    private static void quotes(Story story, EnrichedArticle found, Tally tally) {
        List<String> ours = new ArrayList<>();
        List<String> oursWithSpeaker = new ArrayList<>();
        for (Quote quote : found.quotes()) {
            String speaker = found.entities().stream()
                    .filter(entity -> entity.id().equals(quote.speaker()))
                    .map(Entity::name)
                    .findFirst()
                    .orElse("-");
            String kind = quote.direct() ? "D" : "R";
            String words = withoutLastMark(quote.words().surface());
            ours.add(kind + " | " + words);
            oursWithSpeaker.add(kind + " | " + speaker + " | " + words);
        }
        List<String> wanted =
                story.labelled("quote").stream().map(Stories::withoutLastMark).toList();
        tally.compare("words", wanted.stream().map(Stories::withoutSpeaker).toList(), ours);
        tally.compare("words and speaker", wanted, oursWithSpeaker);
    }

    private static String withoutSpeaker(String quote) {
        String[] parts = quote.split(" \\| ", 3);
        return parts[0] + " | " + parts[2];
    }

    private static String withoutLastMark(String words) {
        return words.replaceFirst("[.,!?]$", "");
    }

    private static void dateline(Story story, EnrichedArticle found, Tally tally) {
        Dateline ours = found.dateline();
        List<String> lines = ours == null
                ? List.of()
                : List.of((ours.placeText() + " | " + ours.date() + " | " + ours.agency()).toLowerCase(Locale.ROOT));
        tally.compare(
                "place, date and agency",
                story.labelled("dateline").stream()
                        .map(line -> line.toLowerCase(Locale.ROOT))
                        .toList(),
                lines);
    }
}
