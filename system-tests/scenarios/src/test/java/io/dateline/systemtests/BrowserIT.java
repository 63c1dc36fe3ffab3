package io.dateline.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.dateline.systemtests.system.Service;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages as a reader's browser shows them. Skipped, with its reason, where no Chromium is installed. */
class BrowserIT extends BrowserFixture {
    @ParameterizedTest
    @CsvSource({
        "/, front, 390, LIGHT",
        "/, front, 1280, DARK",
        "/search?q=Gafarova, search, 390, DARK",
        "/search?q=Gafarova, search, 1280, LIGHT",
        "/search?q=nothingatall, empty, 390, LIGHT",
        "/stories, stories, 390, DARK",
        "/stories?min-sources=1, stories-all, 1280, LIGHT",
        "/events, events, 390, LIGHT",
        "/events, events, 1280, DARK",
        "/events?actor=nobody, events-empty, 390, DARK",
        "/topics, topics, 390, DARK",
        "/topics, topics, 1280, LIGHT",
        "/feeds, feeds, 390, LIGHT",
        "/feeds, feeds, 1280, DARK",
        "/feeds/add, addfeed, 390, DARK",
        "/feeds/add, addfeed, 1280, LIGHT",
        "/feeds/import, importfeeds, 390, LIGHT",
        "/feeds/import, importfeeds, 1280, DARK",
        "/saved, saved, 390, DARK",
        "/saved, saved, 1280, LIGHT",
        "/ops, ops, 390, LIGHT",
        "/ops, ops, 1280, DARK"
    })
    void pageFitsLoadsOnlyFromUsAndComplainsOfNothing(String path, String name, int width, ColorScheme scheme) {
        // Given
        Page page = open(width, scheme);

        // When
        page.navigate(store(path));
        page.waitForTimeout(500);
        shoot(page, name, width, scheme);

        // Then
        fits(page);
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "390, LIGHT", "390, DARK"})
    void articleShowsItsTagsInTheText(int width, ColorScheme scheme) {
        // Given
        Page page = open(width, scheme);

        // When
        page.navigate(store("/search?q=Gafarova"));
        page.locator("a[href^='/articles/']").first().click();
        page.waitForURL("**/articles/**");
        shoot(page, "article", width, scheme);

        // Then
        assertThat(page.locator("a.t.per", new Page.LocatorOptions().setHasText("Sahiba Gafarova"))
                        .first())
                .isVisible();
        page.locator("a.words").first().click();
        assertThat(page.locator("a.t.event:target").first()).isVisible();
        fits(page);
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "390, LIGHT", "390, DARK"})
    void anArticleLeadsToTheNamesTopicsAndEventsItIsAbout(int width, ColorScheme scheme) {
        // Given
        Page page = open(width, scheme);
        page.navigate(store("/search?q=Gafarova"));
        page.locator("a[href^='/articles/']").first().click();
        page.waitForURL("**/articles/**");
        String article = page.url();

        for (String kind : List.of("entities", "topics")) {
            // When
            page.navigate(article);
            page.locator(".side a[href^='/" + kind + "/']").first().click();
            page.waitForURL("**/" + kind + "/**");
            shoot(page, kind.equals("topics") ? "topic" : "entity", width, scheme);

            // Then
            fits(page);
        }

        // When
        page.navigate(store("/events"));
        page.locator(".deed .act").first().click();
        page.waitForURL("**/events/evt-**");
        shoot(page, "event", width, scheme);

        // Then
        fits(page);
        assertThat(page.locator("blockquote .words").first()).isVisible();
    }

    @Test
    void aDotOfTheMapIsReachedByKeyboardAndNarrowsToItsPlace() {
        // Given
        Page page = open(1280, ColorScheme.LIGHT);
        page.navigate(store("/events"));

        // When
        page.locator(".world a").first().focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/events?place=**");

        // Then
        assertThat(page.locator(".chip")).hasCount(1);
        fits(page);
    }

    @Test
    void namesAreOfferedWhileOneTypes() {
        // Given
        Page page = open(1280, ColorScheme.LIGHT);
        page.navigate(store("/events"));

        // When
        page.locator("input[name=actor]").pressSequentially("Sahi");

        // Then
        assertThat(page.locator("#suggest-actor option").first()).hasAttribute("value", "Sahiba Gafarova");
        assertThat(window.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"390, LIGHT", "1280, DARK"})
    void feedsAreLookedAtPausedChangedAndDeletedByForms(int width, ColorScheme scheme) {
        // Given
        Page page = open(width, scheme);
        String address = "https://" + UUID.randomUUID() + ".invalid/feed.xml";

        // When
        page.navigate(store("/feeds"));
        page.locator("a[href='/feeds/add']").first().click();
        page.locator("#feed-url").fill("http://10.0.0.1/feed.xml");
        page.locator("button", new Page.LocatorOptions().setHasText("Look")).click();

        // Then
        assertThat(page.locator("[role=alert]")).containsText("address-not-allowed");
        assertThat(page.locator("#feed-url")).hasValue("http://10.0.0.1/feed.xml");

        // When
        HTTP.post(target.url(Service.INGEST) + "/api/feeds", "application/json", "{\"url\": \"" + address + "\"}");
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).until(() -> {
            page.navigate(store("/feeds?q=" + address));
            return page.locator("td.who a").count() == 1;
        });
        page.locator("td.who a").click();
        page.locator("button", new Page.LocatorOptions().setHasText("Pause")).click();

        // Then
        assertThat(page.locator(".said")).containsText("Paused");

        // When
        page.locator("a", new Page.LocatorOptions().setHasText("Change settings"))
                .click();
        page.locator("textarea[name=tags]").fill("World/Asia\nTrade, and tariffs");
        page.locator("input[name=interval]").fill("1s");
        page.locator("form.fill button").click();

        // Then
        assertThat(page.locator("[role=alert]")).containsText("invalid-feed");
        shoot(page, "changefeed", width, scheme);
        refusedAndFits(page);

        // When
        page.locator("input[name=interval]").fill("10m");
        page.locator("form.fill button").click();

        // Then
        assertThat(page.locator(".said")).containsText("Changed");
        assertThat(page.locator(".facts")).containsText("Trade, and tariffs, World/Asia");
        page.locator("summary", new Page.LocatorOptions().setHasText("Delete")).click();
        page.locator("button", new Page.LocatorOptions().setHasText("Delete this feed"))
                .click();
        assertThat(page.locator(".said")).containsText("deleted");
        assertThat(window.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"390, DARK", "1280, LIGHT"})
    void aListOfFeedsIsImportedAndWhatIsWrongWithItTold(int width, ColorScheme scheme) {
        // Given
        Page page = open(width, scheme);
        String list = """
                <opml version="2.0"><body><outline text="World">
                <outline type="rss" text="One" xmlUrl="https://%s.invalid/feed.xml"/>
                <outline type="rss" text="Two" xmlUrl="http://10.0.0.1/feed.xml"/>
                </outline></body></opml>""".formatted(UUID.randomUUID());

        // When
        page.navigate(store("/feeds"));
        page.locator("a[href='/feeds/import']").first().click();
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("feeds.opml", "text/x-opml", list.getBytes(StandardCharsets.UTF_8)));
        page.locator("form.fill button").click();

        // Then
        assertThat(page.locator("[role=status] .num").first()).hasText("1");
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody tr")).containsText("address-not-allowed");
        shoot(page, "imported", width, scheme);
        fits(page);
    }

    @ParameterizedTest
    @CsvSource({"390, LIGHT", "390, DARK", "1280, LIGHT", "1280, DARK"})
    void aSavedQueryIsChangedByItsForm(int width, ColorScheme scheme) {
        // Given
        Page page = open(width, scheme);
        page.navigate(store("/saved?q=Gafarova&place=AZ"));
        page.locator("input[name=name]").fill("Talks in Baku");
        page.locator("input[name=url]").fill("https://93.184.216.34/hook");
        page.locator("form.fill button").click();
        page.locator("summary", new Page.LocatorOptions().setHasText("Change this search"))
                .focus();
        page.keyboard().press("Enter");
        shoot(page, "saved-query", width, scheme);

        // When
        page.locator("input[name=query]").fill("colour=red");
        page.locator("form.fill button").click();

        // Then
        assertThat(page.locator("[role=alert]")).isVisible();
        refusedAndFits(page);
        shoot(page, "saved-query-refused", width, scheme);

        // When
        page.locator("input[name=query]").fill("place=FR");
        page.locator("form.fill button").click();

        // Then
        assertThat(page.locator(".top .state")).hasText(Pattern.compile("FR|France"));
        page.locator("summary", new Page.LocatorOptions().setHasText("Delete this"))
                .click();
        page.locator("form[action$='/delete'] button").click();
        assertThat(page.locator(".saved")).isVisible();
    }

    /** The front page shows the newest 20, the search as many as it is asked for. */
    @ParameterizedTest
    @CsvSource({
        "/, 20, 1280, anchor",
        "/, 20, 390, beacon",
        "/search?q=harbour&limit=40, 40, 1280, capstan",
        "/search?q=harbour&limit=40, 40, 390, davit"
    })
    void theFirstViewIsSmallAndNothingOfItMoves(String path, int stories, int width, String word) {
        // Given: all of them are there, for one that comes while it is looked at would move the others
        for (int i = 0; i < stories; i++) {
            String article = "{\"title\":\"%s harbour number %d opens its %s again\",\"body\":\"%s\"}"
                    .formatted(
                            UUID.randomUUID(), i, word, "The harbour opened again on Sunday, people said. ".repeat(20));
            HTTP.post(target.url(Service.INGEST) + "/api/articles", "application/json", article);
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> HTTP.json(store("/api/articles?limit=100&q=" + word))
                                .get("items")
                                .size()
                        == stories);
        Page page = open(width, ColorScheme.LIGHT);

        // When
        FirstView view = FirstView.of(page, store(path));
        shoot(page, path.equals("/") ? "first-view" : "first-search", width, ColorScheme.LIGHT);

        // Then
        view.print(path, width);
        assertThat(view.stories()).isGreaterThanOrEqualTo(stories);
        assertThat(view.bytes()).as("bytes as transferred").isBetween(1_000L, 100_000L);
        assertThat(view.shift()).as("cumulative layout shift").isZero();
    }

    @Test
    void newStoryArrivesOnTheOpenFrontPage() {
        // Given
        Page page = open(1280, ColorScheme.LIGHT);
        page.navigate(store("/"));
        page.waitForTimeout(500);
        String title = "Ferry between Tórshavn and Klaksvík resumes";

        // When
        String article = "{\"title\":\"" + title + "\",\"body\":\"The ferry resumed on Sunday.\"}";
        var answer = HTTP.post(target.url(Service.INGEST) + "/api/articles", "application/json", article);

        // Then
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(page.getByText(title).first()).isVisible();
        assertThat(window.complaints()).isEmpty();
    }

    @Test
    void nothingThatAStoryHoldsActsInAReadersBrowser() {
        // Given
        String word = "hostile" + UUID.randomUUID().toString().substring(0, 8);
        List<String> stories = HostileStories.lines(word);
        assertThat(HostileStories.vectors()).hasSizeGreaterThanOrEqualTo(200);
        var answer = HTTP.post(
                target.url(Service.INGEST) + "/api/articles", "application/x-ndjson", String.join("\n", stories));
        assertThat(answer.body()).contains("\"accepted\":" + stories.size());
        String found = store("/api/articles?limit=100&q=" + word);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> HTTP.json(found).get("items").size() == stories.size());
        List<String> paths =
                new ArrayList<>(List.of("/", "/search?q=" + word, "/search?q=" + word + "+script", "/ops"));
        HTTP.json(found)
                .get("items")
                .forEach(item -> paths.add("/articles/" + item.get("id").asText()));
        Page page = open(1280, ColorScheme.LIGHT);
        page.onDialog(dialog -> {
            window.complaints().add("a dialogue: " + dialog.message());
            dialog.dismiss();
        });

        for (String path : paths) {
            // When
            page.navigate(store(path));

            // Then: nothing ran, nothing was asked of others, and the policy had nothing to refuse
            assertThat(page.evaluate("window.ran")).as(path).isNull();
            assertThat((Integer) page.evaluate("document.querySelectorAll("
                            + "'iframe,object,embed,base,math,marquee,[onerror],[onload],[style*=canary]').length"))
                    .as(path)
                    .isZero();
            assertThat((Integer) page.evaluate("[...document.querySelectorAll('a[href]')]"
                            + ".filter(a => !/^https?:$/.test(a.protocol)).length"))
                    .as(path)
                    .isZero();
            assertThat(window.complaints()).as(path).isEmpty();
        }
        assertThat(paths).hasSize(4 + stories.size());
    }
}
