package io.dateline.enrich.event;

import io.dateline.contracts.enriched.Entity;
import io.dateline.contracts.enriched.Event;
import io.dateline.contracts.enriched.Span;
import io.dateline.enrich.gazetteer.Gazetteer;
import io.dateline.enrich.gazetteer.GazetteerFiles;
import io.dateline.enrich.pipeline.Document;
import io.dateline.enrich.pipeline.Field;
import io.dateline.enrich.pipeline.Scores;
import io.dateline.enrich.pipeline.Step;
import io.dateline.enrich.pipeline.Tags;
import io.dateline.enrich.text.ModelFiles;
import io.dateline.enrich.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Who did what to whom, as PLOVER events: actor, act, place and date from one clause, in the title and the body of
 * English articles. A clause whose actor is not known tells no event, and neither does sport.
 */
public final class EventStep implements Step {
    /** A chronicle has more; the first ones stand for it. */
    static final int MOST_EVENTS = 60;

    static final int MOST_MENTIONS = 20;
    /** Characters; what has more is no sentence but a list or a fault, and each event of it would carry all of it. */
    static final int LONGEST_SENTENCE = 2_000;

    private final Gazetteer gazetteer;
    private final Lexicon lexicon;
    private final Cameo cameo;
    private final Leaders leaders;

    /** @throws ModelFiles.Unusable where a list is missing or damaged */
    public EventStep(ModelFiles files, Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        this.lexicon = new Lexicon(files);
        this.cameo = new Cameo(files);
        this.leaders = new Leaders(files);
    }

    @Override
    public String name() {
        return "event";
    }

    @Override
    public String version() {
        return "4";
    }

    @Override
    public List<String> files() {
        return List.of(
                Lexicon.VERBS,
                Lexicon.NOUNS,
                Lexicon.SECTORS,
                Leaders.FILE,
                Inflection.FILE,
                Cameo.GOLDSTEIN,
                Cameo.TABLE,
                GazetteerFiles.PLACES,
                GazetteerFiles.DEMONYMS);
    }

    @Override
    public void run(Document document, Tags tags) {
        if (!tags.language().code().equals("en")) {
            tags.unsupported("events");
            return;
        }
        if (Sport.is(tags.topics())) {
            tags.explain().say(name(), null, "abstained", () -> "the article is about sport");
            return;
        }
        Map<String, Home> homes = Homes.of(tags.entities());
        Merger merger = new Merger();
        for (Field field : List.of(document.title(), document.body())) {
            read(field, homes, document, tags, merger);
        }
        tags.events(merger.events());
    }

    private void read(Field field, Map<String, Home> homes, Document document, Tags tags, Merger merger) {
        List<Entity> entities = tags.entities();
        Reading reading = new Reading(field, lexicon, entities);
        Acts acts = new Acts(
                reading,
                (why, head) -> tags.explain().say(name(), field.span(head, head + 1), "abstained", () -> why),
                new Parties(reading, gazetteer, homes, leaders),
                new Hosts(reading, tags.dateline()));
        Setting setting = new Setting(reading, document, tags);
        Tokens tokens = field.tokens();
        int story = tags.story(field);
        for (int next = 0; next < tokens.size(); ) {
            int to = next + 1;
            while (to < tokens.size() && !tokens.startsSentence(to)) {
                to++;
            }
            int from = next < story && story < to ? story : next;
            boolean readable = tokens.end(to - 1) - tokens.start(from) <= LONGEST_SENTENCE;
            if (!readable) {
                tags.explain().say(name(), field.span(from, from + 1), "abstained", () -> "the sentence is too long");
            }
            for (Act act : !readable || reading.sport(from, to) ? List.<Act>of() : parts(acts, reading, from, to)) {
                Event event = event(act, reading, from, to, setting);
                merger.add(event);
                tags.explain().say(name(), event.trigger(), "event-rule", () -> told(act));
            }
            next = to;
        }
    }

    /** What stands on both sides of a semicolon are two tellings: "Bomber wounds seven; Afghan vote nears end". */
    private static List<Act> parts(Acts acts, Reading reading, int from, int to) {
        List<Act> found = new ArrayList<>();
        boolean title = reading.field.name().equals("title");
        Tokens tokens = reading.tokens;
        int start = from;
        for (int i = from; i < to; i++) {
            boolean source = title && i > from && (tokens.is(i, '(') || tokens.is(i, '-') && credits(tokens, i, to));
            if (tokens.is(i, ';') || source) {
                found.addAll(acts.of(start, i));
                start = i + 1;
            }
        }
        found.addAll(acts.of(start, to));
        return found;
    }

    /** "Iran agrees to freeze -diplomats". */
    private static boolean credits(Tokens tokens, int at, int to) {
        return at + 1 < to
                && tokens.start(at) > tokens.end(at - 1)
                && tokens.start(at + 1) == tokens.end(at)
                && tokens.isWord(at + 1);
    }

    private String told(Act act) {
        return act.rule() + ": CAMEO " + act.code() + ", "
                + cameo.row(act.code()).label();
    }

    private Event event(Act act, Reading reading, int from, int to, Setting setting) {
        Cameo.Row row = cameo.row(act.code());
        Setting.Where where = setting.where(act, from, to);
        Setting.When when = setting.when(act, from, to);
        var sentence = reading.field.span(from, to);
        var trigger = reading.field.span(act.from(), act.to());
        return new Event(
                row.type(),
                row.mode(),
                row.contexts(),
                act.code(),
                row.goldstein(),
                participants(act.actors(), reading),
                participants(act.recipients(), reading),
                where == null ? null : where.place(),
                where == null ? null : where.span(),
                when == null ? null : when.date(),
                when == null ? null : when.precision(),
                when == null ? null : when.span(),
                sentence,
                trigger,
                List.of(new Event.Mention(sentence, trigger)),
                Scores.round(act.confidence()),
                by() + ":" + act.rule());
    }

    private static List<Event.Participant> participants(List<Party> parties, Reading reading) {
        List<Event.Participant> found = new ArrayList<>();
        for (Party party : parties) {
            Span span = reading.field.span(party.from(), party.to());
            found.add(new Event.Participant(
                    party.entity() == null ? null : party.entity().id(),
                    party.country(),
                    party.sector(),
                    span,
                    within(span, party.countryWords()) ? null : party.countryWords()));
        }
        return found;
    }

    private static boolean within(Span span, Span words) {
        return words != null
                && words.field().equals(span.field())
                && words.start() >= span.start()
                && words.end() <= span.end();
    }
}
