package io.dateline.store.web;

import io.dateline.contracts.enriched.Entity;
import io.dateline.store.query.ArticleItem;
import io.dateline.store.query.EntityProfile;
import io.dateline.store.query.EventItem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An entity as its own page tells it.
 *
 * @param kind       style class
 * @param word       what kind of thing it is; never null
 * @param about      its first office, or where it lies, or null
 * @param count      of its articles, in words; never null
 * @param search     address of all its articles; never null
 * @param links      to who else knows it; never null
 * @param bars       its articles over time, or null
 * @param map        where it lies, or null
 * @param actor      what it did; never null
 * @param allAsActor address of all of that; never null
 * @param recipient  what was done to it; never null
 * @param allAsRecipient address of all of that; never null
 * @param quotes     what it said; never null
 * @param company    who is named beside it; never null
 * @param articles   the newest; never null
 * @param allArticles address of all of these; never null
 */
public record EntityView(
        String id,
        String kind,
        String word,
        String name,
        String about,
        Moment first,
        Moment last,
        String count,
        String search,
        List<StoryView.Link> links,
        TimeBars bars,
        WorldMap map,
        String coordinates,
        List<Office> roles,
        List<Beside> company,
        List<EventLine> actor,
        String allAsActor,
        List<EventLine> recipient,
        String allAsRecipient,
        List<Words> quotes,
        List<StoryView> articles,
        String allArticles) {

    /** @param with whose office it is, or null */
    public record Office(String title, StoryView.Link with, String count, Moment first, Moment last) {
        /** Whether it was told of on more than one day. */
        public boolean lasted() {
            return !first.absolute().equals(last.absolute());
        }
    }

    /** @param count articles that name both */
    public record Beside(StoryView.Link entity, String count) {}

    public record Words(String words, boolean direct, StoryView.Link article, Moment when) {}

    /** @param newest of its articles, those to show */
    static EntityView of(EntityProfile profile, List<ArticleItem> newest, Map<String, String> sources, Instant now) {
        SearchUrl search = SearchUrl.EMPTY.with("entity", profile.id());
        return new EntityView(
                profile.id(),
                Marks.kind(profile.type()),
                Marks.word(profile.type()),
                profile.name(),
                about(profile),
                day(profile.firstAt()),
                day(profile.lastAt()),
                (profile.counted().approximate() ? "more than " : "")
                        + articles(profile.counted().newest()),
                search.toString(),
                links(profile.links()),
                TimeBars.of(profile.timeline(), profile.interval(), search),
                WorldMap.around(profile.place()),
                profile.place() == null ? null : TagDetail.coordinates(profile.place()),
                profile.roles().stream().map(EntityView::office).toList(),
                profile.company().stream()
                        .map(one -> new Beside(
                                new StoryView.Link("entity", one.label(), Addresses.entity(one.value())),
                                Figures.number(one.count())))
                        .toList(),
                lines(profile.asActor(), sources, now),
                Addresses.events("actor", profile.id()),
                lines(profile.asRecipient(), sources, now),
                Addresses.events("recipient", profile.id()),
                profile.quotes().stream().map(one -> words(one, now)).toList(),
                newest.stream().map(item -> StoryView.of(item, now)).toList(),
                SearchView.withoutCopies(search).toString());
    }

    private static String about(EntityProfile profile) {
        if (profile.place() != null) {
            return Marks.placeName(profile.place());
        }
        return profile.roles().stream()
                .findFirst()
                .map(role -> role.affiliationName() == null ? role.text() : role.text() + ", " + role.affiliationName())
                .orElse(null);
    }

    private static Office office(EntityProfile.Office role) {
        return new Office(
                role.text(),
                role.affiliation() == null
                        ? null
                        : new StoryView.Link(
                                "entity",
                                role.affiliationName() == null ? role.affiliation() : role.affiliationName(),
                                Addresses.entity(role.affiliation())),
                articles(role.count()),
                day(role.firstAt()),
                day(role.lastAt()));
    }

    private static Words words(EntityProfile.Said said, Instant now) {
        return new Words(
                said.quote().words().surface(),
                said.quote().direct(),
                new StoryView.Link("article", said.title(), Addresses.article(said.article())),
                StoryView.when(said.sortAt(), now));
    }

    private static List<EventLine> lines(List<EventItem> events, Map<String, String> sources, Instant now) {
        return events.stream().map(event -> EventLine.of(event, sources, now)).toList();
    }

    /** Ids come from strangers' text by way of tables: only what looks like one becomes a link. */
    static List<StoryView.Link> links(Entity.Links links) {
        return Stream.of(
                        matching(links.wikidata(), "Q\\d{1,12}", "Wikidata", "https://www.wikidata.org/wiki/"),
                        matching(links.geonames(), "\\d{1,12}", "GeoNames", "https://www.geonames.org/"))
                .flatMap(List::stream)
                .toList();
    }

    private static List<StoryView.Link> matching(String id, String pattern, String label, String base) {
        return id == null || !id.matches(pattern) ? List.of() : List.of(new StoryView.Link("link", label, base + id));
    }

    private static Moment day(Instant at) {
        return Moment.ofDay(at);
    }

    static String articles(long count) {
        return count == 1 ? "1 article" : Figures.number(count) + " articles";
    }
}
