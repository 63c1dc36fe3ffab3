package io.dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTextTest {
    private static final List<String> STORY =
            Pages.page("<div>" + Pages.STORY + "</div>").paragraphs();

    @Test
    void readsAPageParagraphByParagraphAndNothingElse() throws IOException {
        // given
        byte[] html = Pages.file("bridge.html");

        // when
        ExtractedPage page = Pages.page(html, "text/html", Pages.URL);

        // then
        assertThat(page.paragraphs())
                .containsExactly(
                        "HARBOUR CITY - The old bridge, closed since April, reopened on Monday, and the first tram crossed it at six.",
                        "“We kept our word,” the mayor, Carla Counsel, told reporters at the eastern ramp.",
                        "What was done",
                        "Workers replaced 1,200 tonnes of steel, two bearings and all of the cables, which were 90 years old.",
                        "a new deck of concrete",
                        "new rails for both tram lines",
                        "Year Vehicles a day",
                        "2024 31,000",
                        "It is the same bridge, and it is a new bridge, said the engineer in charge of it.",
                        "The ferries, which carried commuters in the meantime, will stop at the end of the week.");
        assertThat(page.text()).startsWith("HARBOUR CITY").contains("ramp.\n\nWhat was done\n\nWorkers");
    }

    @Test
    void theStoryOfTheseTestsIsReadWhole() {
        // given / when / then
        assertThat(STORY).hasSize(3).allMatch(paragraph -> paragraph.endsWith("."));
    }

    @Nested
    class FindsTheArticle {
        @Test
        void amongTeasersThatAreMoreThanIt() {
            // given
            String teaser =
                    "<div class='item'><a href='/x'>Another story that is told elsewhere on this site</a></div>";

            // when
            ExtractedPage page = Pages.page(
                    "<div class='list'>" + teaser.repeat(60) + "</div><div class='x'>" + Pages.STORY + "</div>");

            // then
            assertThat(page.paragraphs()).isEqualTo(STORY);
        }

        @Test
        void inOneElementWithLineEndsForParagraphs() {
            // given
            String html = "<div>" + Pages.STORY.replace("</p>", "<br><br>").replace("<p>", "") + "</div>";

            // when
            ExtractedPage page = Pages.page(html);

            // then
            assertThat(page.paragraphs()).isEqualTo(STORY);
        }

        @Test
        void whereEachParagraphHasABoxOfItsOwn() {
            // given
            String html = "<div class='page'>"
                    + Pages.STORY
                            .replace("<p>", "<div class='box'><div class='in'><p>")
                            .replace("</p>", "</p></div></div>")
                    + "</div>";

            // when
            ExtractedPage page = Pages.page(html);

            // then
            assertThat(page.paragraphs()).isEqualTo(STORY);
        }

        @Test
        void whereItsLeadStandsApart() {
            // given
            String lead = "The port of Harbour City, the largest of the coast, will have a new master by the summer.";
            String html = "<section><h1>Port</h1><div class='lead'>" + lead + "</div><div class='rest'>" + Pages.STORY
                    + Pages.STORY.replace("he", "she") + "</div></section>";

            // when
            ExtractedPage page = Pages.page(html);

            // then
            assertThat(page.paragraphs()).startsWith(lead).containsAll(STORY);
        }

        @Test
        void whereEveryElementIsNamedLikeWhatIsNone() {
            // given
            String html = "<div class='sidebar'><div class='widget'>" + Pages.STORY + "</div></div>";

            // when
            ExtractedPage page = Pages.page(html);

            // then
            assertThat(page.paragraphs()).isEqualTo(STORY);
        }

        @Test
        void inItsStructuredDataWhereScriptsWouldFillThePage() {
            // given
            String said = String.join("\\n\\n", STORY).replace("\"", "\\\"") + "\\n\\n"
                    + "More of it follows here. ".repeat(10);
            String html = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\"" + said
                    + "\"}</script><body><div id='app'>Please turn JavaScript on to read this page.</div>";

            // when
            ExtractedPage page = Pages.page(html);

            // then
            assertThat(page.paragraphs())
                    .startsWith(STORY.toArray(String[]::new))
                    .hasSize(4);
        }

        @Test
        void onThePageItselfWhereTheStructuredDataIsCut() {
            // given
            String said = String.join(" ", STORY).substring(0, 150) + "...";
            String html = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\""
                    + said.repeat(3) + "\"}</script><body>" + Pages.STORY;

            // when
            ExtractedPage page = Pages.page(html);

            // then
            assertThat(page.paragraphs()).isEqualTo(STORY);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Advertisement</p>",
                "<p>Share this story</p>",
                "<p>Publicidade</p>",
                "<p>Related: <a href='/x'>Ferry owners ask for aid</a></p>",
                "<p>LEES OOK: <a href='/x'>De oude brug is weer open</a></p>",
                "<p>Читайте также: <a href='/x'>Старый мост снова открыт</a></p>",
                "<p><a href='/x'>Ferry owners ask the council for more aid</a></p>",
                "<ul><li><a href='/1'>One story</a></li><li><a href='/2'>Two</a></li><li><a href='/3'>Three</a></li></ul>",
                "<h4>More stories</h4><ul><li><a href='/1'>One other story</a></li></ul>",
                "<p>Sign up for our newsletter to get the news of the port every day.</p>",
                "<p>Jane Roe contributed to this report.</p>",
                "<p>The quay at dawn. (AP Photo/Jane Roe)</p>",
                "<p>The quay at dawn. © Agency / Jane Roe</p>",
                "<p>Last updated: 5 January 2026, 11:00</p>",
                "<div style='display: none'>A hidden paragraph, that scripts may show, or that they may not.</div>",
                "<div hidden>A hidden paragraph, that scripts may show, or that they may not.</div>",
                "<p style='visibility:hidden'>A hidden paragraph, that scripts may show, or that they may not.</p>",
                "<div role='dialog'>Log in to read on, or subscribe, or do both, or neither of the two.</div>",
                "<aside>An aside, which says something else than the story, in a whole sentence.</aside>",
                "<div class='teaser-related'>Something related, which says something else, in a whole sentence.</div>",
                "<div id='socialShareBox'>Share it with your friends, your family, and everybody else you know.</div>",
                "<div><img src='x.jpg'><span>The quay as it was in 1950, when the port was young</span></div>",
                "<figure><img src='x.jpg'><p>The quay as it was in 1950, when the port was young.</p></figure>",
                "<noscript>Turn scripts on to see the pictures, of which there are many, all good.</noscript>",
                "<form><p>Tell us what you think, in a few words, and we may print it, or not.</p></form>",
            })
    void leavesOutWhatIsNoCopy(String noise) {
        // given
        String[] story = Pages.STORY.split("(?<=</p>)", 3);

        // when
        ExtractedPage page = Pages.page("<div>" + story[0] + story[1] + noise + story[2] + "</div>");

        // then
        assertThat(page.paragraphs()).isEqualTo(STORY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What was done",
                "Advertisement of the post is due in May.",
                "Related work, he said, would cost as much again.",
                "“Read more,” she told the pupils: it was all she asked.",
                "He thanked the crew, the pilots and all who had signed up for the newsletter.",
            })
    void keepsCopyThatLooksLikeNoise(String copy) {
        // given
        String[] story = Pages.STORY.split("(?<=</p>)", 3);

        // when
        ExtractedPage page = Pages.page("<div>" + story[0] + story[1] + "<p>" + copy + "</p>" + story[2] + "</div>");

        // then
        assertThat(page.paragraphs()).contains(copy).hasSize(4);
    }

    @Test
    void stopsWhereCommentsBegin() {
        // given
        String comments =
                "<h3>Leave a Reply</h3><p>I knew him well, he was a good master, and I wish him the best.</p>";

        // when
        ExtractedPage page = Pages.page("<div>" + Pages.STORY + comments + "</div>");

        // then
        assertThat(page.paragraphs()).isEqualTo(STORY);
    }

    @Test
    void leavesThePopUpOfANameOut() {
        // given
        String popUp =
                "<span><a href='/p'>Profile</a><a href='/1'>Fischer named deputy</a><a href='/2'>Who is Fischer?</a></span>";
        String html = "<div>"
                + Pages.STORY.replace("Frieda Fischer", "<span><a href='/p'>Frieda Fischer</a>" + popUp + "</span>")
                + "</div>";

        // when
        ExtractedPage page = Pages.page(html);

        // then
        assertThat(page.paragraphs()).isEqualTo(STORY);
    }

    @Test
    void keepsALineEndWithinAParagraphAndJoinsWhatIsOnlyMarkedUp() {
        // given
        String html = Pages.STORY + "<p>Low water: 6:10,<br>high <b>wa</b>ter:&nbsp;12:25.</p>";

        // when
        ExtractedPage page = Pages.page(html);

        // then
        assertThat(page.paragraphs()).hasSize(4).endsWith("Low water: 6:10,\nhigh water: 12:25.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<p>x",
                "<h1>404</h1><p>Not found</p>",
                "<nav><a href='/'>Home</a></nav><form><input name='user'><button>Log in</button></form>",
                "%PDF-1.4",
            })
    void findsNoneWhereThereIsNone(String html) {
        // given nothing else
        // when
        Extraction extraction = Pages.extraction(html);

        // then
        assertThat(extraction).isEqualTo(new Extraction.Nothing(Extraction.Reason.NO_TEXT));
    }
}
