package io.dateline.testinfra;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name and its labels, as a page of metrics and our lists of metrics have them.
 *
 * @param name   never null
 * @param labels values by name; {@link #ANY} in a list where values depend on the machine, a client or a request
 */
public record MetricSeries(String name, Map<String, String> labels) {
    /** Stands for whatever value. */
    public static final String ANY = "*";

    private static final Pattern SERIES = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})?");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** @throws IllegalArgumentException for what is no series */
    public static MetricSeries parse(String text) {
        Matcher series = SERIES.matcher(text);
        if (!series.matches()) {
            throw new IllegalArgumentException("no series: " + text);
        }
        Map<String, String> labels = new TreeMap<>();
        if (series.group(2) != null) {
            Matcher label = LABEL.matcher(series.group(2));
            while (label.find()) {
                labels.put(label.group(1), label.group(2));
            }
        }
        return new MetricSeries(series.group(1), labels);
    }

    /** As it stands in a list: the values of our own metrics, which are few, and of others only that there is a label. */
    MetricSeries listed() {
        Map<String, String> listed = new TreeMap<>(labels);
        if (!name.startsWith("dateline_")) {
            listed.replaceAll((label, value) -> ANY);
        }
        return new MetricSeries(name, listed);
    }

    /** Whether the other is this one with more labels, of a metric that is not ours. */
    boolean isWithin(MetricSeries other) {
        return !name.startsWith("dateline_")
                && name.equals(other.name)
                && other.labels.entrySet().containsAll(labels.entrySet());
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(name);
        if (!labels.isEmpty()) {
            text.append('{');
            labels.forEach((label, value) -> text.append(text.charAt(text.length() - 1) == '{' ? "" : ",")
                    .append(label)
                    .append("=\"")
                    .append(value)
                    .append('"'));
            text.append('}');
        }
        return text.toString();
    }
}
