package io.dateline.store.web;

import io.dateline.store.story.Story;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What articles of a story have in common.
 *
 * @param tag   never null
 * @param share of how many of those that copy no other, in words; never null
 */
public record SharedLine(StoryView.Link tag, String share) {
    /** The tags of so many are counted. */
    private static final int COUNTED = 200;

    /** What at least half of them have, each thing once. */
    static List<SharedLine> of(Story story) {
        int originals = Math.min(COUNTED, story.summary().originals());
        Set<String> named = story.shared().stream()
                .filter(tag -> tag.kind().equals("entity"))
                .map(Story.SharedTag::label)
                .collect(Collectors.toSet());
        return story.shared().stream()
                .filter(tag -> tag.articles() * 2 >= originals)
                // A place that is named is an entity too, and a country a place by its code besides.
                .filter(tag -> !tag.kind().equals("place") || named.add(tag.label()))
                .filter(tag -> !tag.kind().equals("event") || Act.known(tag.value()))
                .map(tag -> new SharedLine(link(tag), tag.articles() + " of " + originals))
                .toList();
    }

    private static StoryView.Link link(Story.SharedTag tag) {
        return switch (tag.kind()) {
            case "entity" -> new StoryView.Link(EntityKind.of(tag.value()), tag.label(), Addresses.entity(tag.value()));
            case "topic" -> new StoryView.Link("topic", tag.label(), Addresses.topic(tag.value()));
            case "place" -> new StoryView.Link("loc", tag.label(), SearchUrl.to("place", tag.value()));
            case "event" -> new StoryView.Link("event", Act.noun(tag.value()), SearchUrl.to("event", tag.value()));
            default -> new StoryView.Link(tag.kind(), tag.label(), SearchUrl.to(tag.kind(), tag.value()));
        };
    }
}
