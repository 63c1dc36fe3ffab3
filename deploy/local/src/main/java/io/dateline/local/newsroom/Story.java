package io.dateline.local.newsroom;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

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
 * @param body           paragraphs of plain text; never null, never empty
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

    Story {
        language = language == null ? "en" : language;
        categories = categories == null ? List.of() : List.copyOf(categories);
        body = List.copyOf(body);
    }
}
