package io.dateline.store.web;

import io.dateline.store.story.Story;
import io.dateline.store.story.StorySummary;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One happening as its own page tells it.
 *
 * @param line    what lists show of it; never null
 * @param told    its articles, earliest first; never null
 * @param more    how many articles are not among them
 * @param sources the first one first; never null
 * @param shared  what at least half of its own articles are about; never null
 * @param history how it came about, oldest first; never null
 */
public record ThreadView(
        Line line, List<Told> told, int more, List<Reporter> sources, List<SharedLine> shared, List<Step> history) {

    /**
     * A happening in a list.
     *
     * @param snippet how the first article begins; never null, may be empty
     * @param count   in words: sources that report it on their own, articles, and since when; never null
     * @param first   who was first; never null
     */
    public record Line(
            String href,
            String title,
            String lang,
            String dir,
            Moment last,
            String snippet,
            String count,
            StoryView.Link first) {}

    /** @param copyOf the article whose text it repeats, or null */
    public record Told(StoryView story, StoryView.Link copyOf) {}

    /** @param what how many articles of its own and how many copies, in words */
    public record Reporter(StoryView.Link source, String what, Moment first) {}

    /** @param article address of the article that was the cause, or null */
    public record Step(String what, String article, String why) {}

    static Line line(StorySummary story, Instant now) {
        return new Line(
                "/stories/" + story.id(),
                story.title(),
                Languages.tag(story.first().language()),
                Languages.direction(story.first().language()),
                StoryView.when(story.lastAt(), now),
                story.first().snippet(),
                told(story, now),
                StoryView.of(story.first(), now).source());
    }

    private static String told(StorySummary story, Instant now) {
        String sources =
                story.independentSources() == 1 ? "1 source" : story.independentSources() + " independent sources";
        return sources + ", " + count(story.articles(), "article") + ", since " + Moment.dayOf(story.firstAt(), now);
    }

    static ThreadView of(Story story, Instant now) {
        Map<String, StoryView> byId = story.members().stream()
                .map(member -> StoryView.of(member.article(), now))
                .collect(Collectors.toMap(StoryView::id, Function.identity(), (first, second) -> first));
        return new ThreadView(
                line(story.summary(), now),
                story.members().stream()
                        .map(member -> new Told(byId.get(member.article().id()), original(member.copyOf(), byId)))
                        .toList(),
                story.moreMembers(),
                story.sources().stream()
                        .map(one -> new Reporter(
                                new StoryView.Link(
                                        "source",
                                        one.source().name(),
                                        SearchUrl.to("source", one.source().id())),
                                what(one),
                                StoryView.when(one.firstAt(), now)))
                        .toList(),
                SharedLine.of(story),
                story.history().stream().map(ThreadView::step).toList());
    }

    private static StoryView.Link original(String id, Map<String, StoryView> byId) {
        if (id == null) {
            return null;
        }
        StoryView story = byId.get(id);
        return new StoryView.Link(
                "copy", story == null ? "an earlier article" : story.source().label(), "/articles/" + id);
    }

    private static String what(Story.Reporter source) {
        if (source.originals() == 0) {
            return count(source.copies(), "copy");
        }
        return source.copies() == 0
                ? count(source.originals(), "article")
                : count(source.originals(), "article") + ", " + count(source.copies(), "copy");
    }

    private static Step step(Story.Change change) {
        return new Step(
                switch (change.kind()) {
                    case "founded" -> "began";
                    case "joined" -> "an article joined";
                    case "left" -> "an article left";
                    case "merged" -> "another story was merged into it";
                    case "split" -> "it was split off another story";
                    default -> change.kind();
                },
                change.article() == null ? null : "/articles/" + change.article(),
                change.reason());
    }

    private static String count(int number, String noun) {
        String plural = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
        return number == 1 ? "1 " + noun : number + " " + plural;
    }
}
