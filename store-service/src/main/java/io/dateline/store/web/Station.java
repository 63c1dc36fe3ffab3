package io.dateline.store.web;

import java.util.List;

/**
 * A box of the picture of the pipeline.
 *
 * @param id      for the page's own addresses; never null
 * @param kind    {@code source}, {@code step}, {@code topic}, {@code store} or {@code reader}
 * @param state   {@code up}, {@code down}, {@code none}; null for what has no instances to hear of
 * @param figures always as many for one box, so that nothing moves when they change; never null
 */
public record Station(String id, String kind, String name, String state, List<Figure> figures) {

    /**
     * @param value null where nobody knows
     * @param href  what it is made of
     * @param bad   whether somebody should look
     */
    public record Figure(String id, String label, String value, String href, boolean bad) {}
}
