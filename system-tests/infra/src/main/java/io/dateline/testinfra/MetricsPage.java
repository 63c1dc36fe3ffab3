package io.dateline.testinfra;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a service exposes at {@code /q/metrics}, held against the list of it that dashboards and alerts are held against:
 * {@code deploy/observability/metrics/SERVICE.txt}.
 */
public final class MetricsPage {
    private final Set<String> exposed;

    private MetricsPage(Set<String> exposed) {
        this.exposed = exposed;
    }

    /** @throws UncheckedIOException where it does not answer */
    public static MetricsPage read(URL url) {
        try (InputStream in = url.openStream()) {
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MetricsPage of(String page) {
        return new MetricsPage(page.lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .map(series -> MetricSeries.parse(series).listed().toString())
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Listed series that are not exposed; the whole page is left in {@code target/metrics.txt} to compare with. */
    public Set<String> missing(String service) {
        try {
            Files.createDirectories(Path.of("target"));
            Files.write(Path.of("target/metrics.txt"), exposed);
            Set<String> missing = new TreeSet<>(list(service));
            missing.removeIf(series -> exposed(MetricSeries.parse(series)));
            return missing;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The clients of Kafka tell first of a client and after a minute of its topics and partitions: more labels will do. */
    private boolean exposed(MetricSeries wanted) {
        return exposed.contains(wanted.toString())
                || exposed.stream().map(MetricSeries::parse).anyMatch(wanted::isWithin);
    }

    private static List<String> list(String service) throws IOException {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("deploy/up"))) {
            at = at.getParent();
        }
        try (var lines = Files.lines(at.resolve("deploy/observability/metrics/" + service + ".txt"))) {
            return lines.filter(line -> !line.startsWith("#")).toList();
        }
    }
}
