package io.dateline.store.query;

import java.time.Instant;
import java.util.List;

/**
 * What is told more of late than before.
 *
 * @param recent the window; never null
 * @param past   what it is compared with; never null
 * @param items  highest score first; never null
 */
public record Trends(Window recent, Window past, List<Rising> items) {
    public Trends {
        items = List.copyOf(items);
    }

    /**
     * @param from        never null
     * @param to          exclusive; never null
     * @param articles    so many, the newest of it, were counted
     * @param approximate whether it has more
     */
    public record Window(Instant from, Instant to, int articles, boolean approximate) {}

    /**
     * @param value    what the parameter of the search takes; never null
     * @param label    for a person; never null
     * @param recent   articles of the window that carry it
     * @param past     articles of the time before
     * @param expected articles of the window, were it told as often as over the whole time
     * @param score    Pearson residual, {@code (recent - expected) / sqrt(expected)}
     */
    public record Rising(String value, String label, long recent, long past, double expected, double score) {}
}
