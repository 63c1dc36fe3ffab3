package io.dateline.store.story;

import java.util.Optional;

/** What stories can be asked. Every call blocks on the database; none shows an article that is hidden. */
public interface Stories {

    /**
     * A story with its timeline. Where it has been merged into another, that one, whose {@link Story#id()} is not the
     * one asked for. Empty where there is none, or all of its articles are hidden.
     *
     * @throws io.dateline.contracts.http.ProblemException {@code query-timeout} or {@code store-unavailable}
     */
    Optional<Story> get(String id);

    /**
     * The story an article is in.
     *
     * @param id                 never null
     * @param articles           how many are in it
     * @param independentSources different sources among its articles that copy no other
     */
    record Place(String id, int articles, int independentSources) {}

    /** Where an article is told; empty for an unknown or hidden article, or until its story has been built. */
    Optional<Place> placeOf(String articleId);

    /** The id of the story an article is in; empty as {@link #placeOf} is. */
    default Optional<String> storyOf(String articleId) {
        return placeOf(articleId).map(Place::id);
    }

    /**
     * One page.
     *
     * @throws io.dateline.contracts.http.ProblemException {@code invalid-cursor}, {@code query-timeout} or
     *     {@code store-unavailable}
     */
    StoryPage find(StoryQuery query);
}
