package io.dateline.enrich.pipeline;

import io.dateline.contracts.enriched.DateMention;
import io.dateline.contracts.enriched.Dateline;
import io.dateline.contracts.enriched.Entity;
import io.dateline.contracts.enriched.Event;
import io.dateline.contracts.enriched.Language;
import io.dateline.contracts.enriched.Quote;
import io.dateline.contracts.enriched.Topic;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the steps have found so far; later steps read what earlier ones wrote. Belongs to one article and one thread.
 */
public final class Tags {
    private Language language = new Language("und", 0, "none/0");
    private Dateline dateline;
    private List<Entity> entities = List.of();
    private List<Topic> topics = List.of();
    private List<Event> events = List.of();
    private List<Quote> quotes = List.of();
    private List<DateMention> dates = List.of();
    private String fingerprint;
    private final SortedSet<String> unsupported = new TreeSet<>();
    private final Explain explain;

    public Tags(Explain explain) {
        this.explain = explain;
    }

    /** Never null; what is said there changes no tag. */
    public Explain explain() {
        return explain;
    }

    /** Sorted kinds of tags nobody looked for. */
    public List<String> unsupported() {
        return List.copyOf(unsupported);
    }

    /**
     * Says that a kind of tag was not looked for because the article's language is not covered.
     *
     * @param kind as listed at {@link io.dateline.contracts.enriched.Enrichment}
     */
    public void unsupported(String kind) {
        unsupported.add(kind);
    }

    /** Never null; {@code und} until the language step has run. */
    public Language language() {
        return language;
    }

    public void language(Language value) {
        language = value;
    }

    /** Null where there is none. */
    public Dateline dateline() {
        return dateline;
    }

    public void dateline(Dateline value) {
        dateline = value;
    }

    /** The first token of a field behind its dateline and the dash that ends it; 0 where it has no dateline. */
    public int story(Field field) {
        if (dateline == null || !dateline.span().field().equals(field.name())) {
            return 0;
        }
        int at = field.tokens().at(dateline.span().end());
        while (at < field.tokens().size() && field.tokens().isDash(at)) {
            at++;
        }
        return at;
    }

    public List<Entity> entities() {
        return entities;
    }

    public void entities(List<Entity> value) {
        entities = value;
    }

    public List<Topic> topics() {
        return topics;
    }

    public void topics(List<Topic> value) {
        topics = value;
    }

    public List<Event> events() {
        return events;
    }

    public void events(List<Event> value) {
        events = value;
    }

    public List<Quote> quotes() {
        return quotes;
    }

    public void quotes(List<Quote> value) {
        quotes = value;
    }

    /** In text order. */
    public List<DateMention> dates() {
        return dates;
    }

    public void dates(List<DateMention> value) {
        dates = value;
    }

    /** Null where the text is too short for one. */
    public String fingerprint() {
        return fingerprint;
    }

    public void fingerprint(String value) {
        fingerprint = value;
    }
}
