package io.dateline.systemtests.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.OperatingSystemMXBean;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.ingest.extract.Extraction;
import io.dateline.ingest.extract.PageExtractor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * How much of articles' text is found in their pages, and how fast; beside Readability4J in the same run.
 * Also with every class, id and role taken out of the pages: what is left when a site names things in its own way.
 */
final class ExtractBench {
    private static final int WORST = 10;
    private static final int WARM_UP = 15;
    private static final long MEASURE_NANOS = 10_000_000_000L;
    private static final String HTML = "text/html; charset=utf-8";

    private record Page(String url, byte[] html, String truth) {}

    private final Path data;
    private final PageExtractor extractor = new PageExtractor();

    /** @param data a folder with {@code ground-truth.json} and {@code html/*.html.gz} */
    ExtractBench(Path data) {
        this.data = data;
    }

    String run() {
        List<Page> pages = pages();
        List<ShingleScore.Page> ours = score(pages, this::ours);
        listWorst(pages, ours);
        ShingleScore.Total total = ShingleScore.total(ours);
        ShingleScore.Total unnamed = ShingleScore.total(
                score(pages.stream().map(ExtractBench::unnamed).toList(), this::ours));
        ShingleScore.Total readability = ShingleScore.total(score(pages, ExtractBench::readability));
        return String.format(
                Locale.ROOT,
                "f1=%.4f pages_per_s=%.0f readability_f1=%.4f precision=%.4f recall=%.4f accuracy=%.3f unnamed_f1=%.4f pages=%d",
                total.f1(),
                speed(pages),
                readability.f1(),
                total.precision(),
                total.recall(),
                total.accuracy(),
                unnamed.f1(),
                pages.size());
    }

    private List<Page> pages() {
        try {
            JsonNode truth = MessageCodec.json()
                    .readTree(data.resolve("ground-truth.json").toFile());
            List<Page> pages = new ArrayList<>();
            for (Map.Entry<String, JsonNode> one : truth.properties()) {
                try (InputStream in = new GZIPInputStream(
                        Files.newInputStream(data.resolve("html").resolve(one.getKey() + ".html.gz")))) {
                    JsonNode expected = one.getValue();
                    pages.add(new Page(
                            expected.path("url").asText(),
                            in.readAllBytes(),
                            expected.path("articleBody").asText()));
                }
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ShingleScore.Page> score(List<Page> pages, Function<Page, String> extractor) {
        return pages.stream()
                .map(page -> ShingleScore.page(page.truth(), extractor.apply(page)))
                .toList();
    }

    private String ours(Page page) {
        return extractor.extract(page.html(), HTML, page.url()) instanceof Extraction.Found found
                ? found.page().text()
                : "";
    }

    private static String readability(Page page) {
        String text = new Readability4J(page.url(), new String(page.html(), StandardCharsets.UTF_8))
                .parse()
                .getTextContent();
        return text == null ? "" : text;
    }

    private static Page unnamed(Page page) {
        Document document = Jsoup.parse(new String(page.html(), StandardCharsets.UTF_8));
        for (Element element : document.getAllElements()) {
            element.removeAttr("class").removeAttr("id").removeAttr("role").removeAttr("itemprop");
        }
        return new Page(page.url(), document.outerHtml().getBytes(StandardCharsets.UTF_8), page.truth());
    }

    private static void listWorst(List<Page> pages, List<ShingleScore.Page> scores) {
        System.out.println("Pages with the largest loss:");
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(
                i -> scores.get(i).precision() + scores.get(i).recall()));
        for (int i : order.subList(0, Math.min(WORST, order.size()))) {
            System.out.printf(
                    Locale.ROOT,
                    "  precision=%.3f recall=%.3f %s%n",
                    scores.get(i).precision(),
                    scores.get(i).recall(),
                    pages.get(i).url());
        }
    }

    /**
     * Pages a second of processor time, from bytes to text: what one core does, however busy the machine is. The time of
     * the collector and the compiler counts.
     */
    private double speed(List<Page> pages) {
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        for (int i = 0; i < WARM_UP; i++) {
            pages.forEach(this::ours);
        }
        long start = process.getProcessCpuTime();
        long done = 0;
        while (process.getProcessCpuTime() - start < MEASURE_NANOS) {
            pages.forEach(this::ours);
            done += pages.size();
        }
        return done * 1e9 / (process.getProcessCpuTime() - start);
    }
}
