package io.dateline.local.newsroom;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A story the newsroom can publish.
 *
 * @param key            unique among all stories, fit for a URL; never null
 * @param feed           which feed carries it; never null
 * @param title          never null
 * @param byline         who wrote it; never null
 * @param language       BCP 47; null means {@code en}
 * @param rights         who holds them and under which licence; never null
 * @param url            where the text was first published; null where the newsroom itself is the source
 * @param firstPublished ISO date of that publication; null as above
 * @param categories     the publisher's own; never null
 * @param body           paragraphs of plain text; {@code {date}} stands for the day of publication; never empty
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Story(
        String key,
        FeedName feed,
        String title,
        String byline,
        String language,
        String rights,
        String url,
        String firstPublished,
        List<String> categories,
        List<String> body) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.ENGLISH);

    Story {
        language = language == null ? "en" : language;
        categories = categories == null ? List.of() : List.copyOf(categories);
        body = List.copyOf(body);
    }

    /** The story as it goes out on a day: its dateline says so. */
    Story datedAt(Instant published) {
        String date = DAY.format(published.atOffset(ZoneOffset.UTC));
        List<String> dated =
                body.stream().map(line -> line.replace("{date}", date)).toList();
        return new Story(key, feed, title, byline, language, rights, url, firstPublished, categories, dated);
    }
}
