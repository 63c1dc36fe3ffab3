package io.dateline.enrich.evaluate;

import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.enriched.DateMention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Dates of GUM's texts, whose markup gives days, months and years in numbers. Counted: of the dates marked, those we
 * found; of what we found on marked words, those we resolved as marked.
 */
final class GumDates implements Evaluation {
    private static final Pattern WHEN = Pattern.compile("<date when:::\"(\\d{4}(?:-\\d{2}(?:-\\d{2})?)?)\"");
    private static final Pattern CREATED = Pattern.compile("# meta::dateCreated = (\\d{4}-\\d{2}-\\d{2})");

    private final String folder;
    private int marked;
    private int found;
    private int right;

    GumDates(String folder) {
        this.folder = folder;
    }

    @Override
    public String step() {
        return "date";
    }

    @Override
    public String set() {
        return folder;
    }

    @Override
    public List<String> needs() {
        return List.of(folder);
    }

    @Override
    public List<Figure> run(Ground ground) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(ground.file(folder))) {
            files = all.filter(file -> file.toString().endsWith(".conllu"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            read(ground, Files.readAllLines(file));
        }
        return List.of(
                new Figure("resolved right", 100.0 * right / Math.max(1, found), found),
                new Figure("found", 100.0 * found / Math.max(1, marked), marked));
    }

    private void read(Ground ground, List<String> lines) {
        StringBuilder text = new StringBuilder();
        List<Integer> starts = new ArrayList<>();
        List<String> dates = new ArrayList<>();
        LocalDate created = null;
        for (String line : lines) {
            Matcher day = CREATED.matcher(line);
            created = day.matches() ? LocalDate.parse(day.group(1)) : created;
            String[] cells = line.split("\t");
            if (cells.length == 10 && Character.isDigit(cells[0].charAt(0)) && !cells[0].matches(".*[.-].*")) {
                Matcher when = WHEN.matcher(cells[9]);
                if (when.find()) {
                    starts.add(text.length());
                    dates.add(when.group(1));
                }
                text.append(cells[1]).append(cells[9].contains("SpaceAfter=No") ? "" : " ");
            } else if (line.startsWith("# newpar") && !line.contains("_block")) {
                text.append("\n\n");
            }
        }
        RawArticle article = TestArticle.of("", text.toString());
        if (created != null) {
            article = article.toBuilder()
                    .publishedAt(created.atStartOfDay().toInstant(ZoneOffset.UTC))
                    .publishedPrecision("day")
                    .build();
        }
        compare(starts, dates, ground.pipeline().enrich(article).dates());
    }

    private void compare(List<Integer> starts, List<String> dates, List<DateMention> named) {
        for (int i = 0; i < dates.size(); i++) {
            int start = starts.get(i);
            marked++;
            // "Friday, July 21, 2017" is marked from its weekday on.
            DateMention nearest = named.stream()
                    .filter(one -> one.span().field().equals("body")
                            && one.span().end() > start
                            && one.span().start() < start + 14)
                    .findFirst()
                    .orElse(null);
            if (nearest != null) {
                found++;
                // Of a range both ends are marked: the words of the second are held against its last day.
                boolean end = nearest.precision() == DateMention.Precision.RANGE
                        && start > nearest.span().start();
                LocalDate ours = end ? nearest.to() : nearest.from();
                right += ours.toString().startsWith(dates.get(i)) ? 1 : 0;
            }
        }
    }
}
