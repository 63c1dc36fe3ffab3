package io.dateline.ingest.opml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.dateline.contracts.http.ProblemException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpmlReaderTest {
    @Test
    void readsFeedsWithTheFoldersTheyLieIn() {
        // given
        String opml = """
                <?xml version="1.0" encoding="UTF-8"?>
                <opml version="2.0"><head><title>Mine</title></head><body>
                <outline text="News" title="News">
                  <outline text="World"><outline type="rss" text="A" title="Feed A" xmlUrl="https://a.example/f"/></outline>
                  <outline text="B" xmlurl=" https://b.example/f "/>
                </outline>
                <outline type="link" text="no feed" url="https://c.example/"/>
                <outline type="rss" text="lost"/>
                </body></opml>""";

        // when
        List<Subscription> found = OpmlReader.read(bytes(opml));

        // then
        assertThat(found)
                .containsExactly(
                        new Subscription(3, 4, "https://a.example/f", "Feed A", List.of("News", "World")),
                        new Subscription(4, 5, "https://b.example/f", "B", List.of("News")),
                        new Subscription(6, 8, null, "lost", List.of()));
        assertThat(found).extracting(Subscription::tag).containsExactly("News/World", "News", null);
    }

    @Test
    void readsAddressesPastedAsTheyStood() {
        // given
        String opml = "<opml><body><outline text='R&D' xmlUrl='https://a.example/f?a=1&b=2&amp;c=3'/></body></opml>";

        // when
        List<Subscription> found = OpmlReader.read(bytes(opml));

        // then
        assertThat(found).extracting(Subscription::url).containsExactly("https://a.example/f?a=1&b=2&c=3");
        assertThat(found).extracting(Subscription::name).containsExactly("R&D");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "windows-1251"})
    void readsWhatItsDeclarationSays(String charset) {
        // given
        String opml = "<?xml version='1.0' encoding='" + charset
                + "'?><opml><body><outline text='Новости' xmlUrl='https://a.example/f'/></body></opml>";

        // when
        List<Subscription> found = OpmlReader.read(opml.getBytes(Charset.forName(charset)));

        // then
        assertThat(found).extracting(Subscription::name).containsExactly("Новости");
    }

    @Test
    void writesWhatItReads() throws Exception {
        // given
        List<Subscription> feeds = List.of(
                new Subscription(0, 0, "https://a.example/f?x=1&y=<2>", "A \"quoted\" & <b>", List.of("News", "Wörld")),
                new Subscription(0, 0, "https://b.example/f", "B", List.of("News")),
                new Subscription(0, 0, "https://b.example/f", "B", List.of("Other")),
                new Subscription(0, 0, "https://c.example/f", "C", List.of()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        // when
        OpmlWriter.write("All", feeds, out);

        // then
        assertThat(OpmlReader.read(out.toByteArray()))
                .extracting(Subscription::url, Subscription::name, Subscription::tag)
                .containsExactlyInAnyOrderElementsOf(feeds.stream()
                        .map(one -> tuple(one.url(), one.name(), one.tag()))
                        .toList());
    }

    @Nested
    class Hostile {
        /** CommaFeed's GHSA-83jp-rww3-57rr: a list of feeds that keeps the server busy until it falls over. */
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<!DOCTYPE opml [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
                            + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]>",
                    "<!DOCTYPE opml [<!ENTITY d SYSTEM \"file:///etc/passwd\">]>",
                    "<!DOCTYPE opml [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/x\">%p;]>",
                    "<!DOCTYPE opml SYSTEM \"http://127.0.0.1:1/opml.dtd\">"
                })
        void refusesADocumentType(String type) {
            // given
            String opml = type + "<opml><body><outline text='&d;' xmlUrl='https://a.example/'/></body></opml>";

            // when, then
            assertThatThrownBy(() -> OpmlReader.read(bytes(opml)))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem().code()).isEqualTo("malformed-document"));
        }

        @Test
        void readsAsManyOutlinesAsAreAllowedAndNotOneMore() {
            // given
            String outline = "<outline xmlUrl='https://a.example/'/>";
            String most = "<opml><body>" + outline.repeat(OpmlReader.OUTLINES) + "</body></opml>";
            String tooMany = "<opml><body>" + outline.repeat(OpmlReader.OUTLINES + 1) + "</body></opml>";

            // when, then
            assertThat(OpmlReader.read(bytes(most))).hasSize(OpmlReader.OUTLINES);
            assertThatThrownBy(() -> OpmlReader.read(bytes(tooMany)))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem().code()).isEqualTo("too-large"));
        }

        @Test
        void readsAsDeepAsIsAllowedAndNotDeeper() {
            // given
            int most = OpmlReader.DEPTH - 3;

            // when, then
            assertThat(OpmlReader.read(bytes(deep(most)))).hasSize(1);
            assertThatThrownBy(() -> OpmlReader.read(bytes(deep(most + 1)))).isInstanceOf(ProblemException.class);
            assertThatThrownBy(() -> OpmlReader.read(bytes(deep(200_000)))).isInstanceOf(ProblemException.class);
        }

        @Test
        void refusesMoreAttributesThanAnyListHas() {
            // given
            StringBuilder outline = new StringBuilder("<opml><body><outline ");
            for (int i = 0; i < 60_000; i++) {
                outline.append('a').append(i).append("='' ");
            }

            // when, then
            assertThatThrownBy(() -> OpmlReader.read(bytes(outline + "/></body></opml>")))
                    .isInstanceOf(ProblemException.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "no xml", "<rss/>", "<html><body/></html>", "<opml><body>", "<opml"})
        void refusesWhatIsNoList(String document) {
            // given no list of feeds

            // when, then
            assertThatThrownBy(() -> OpmlReader.read(bytes(document))).isInstanceOf(ProblemException.class);
        }

        private String deep(int folders) {
            return "<opml><body>" + "<outline text='f'>".repeat(folders) + "<outline xmlUrl='https://a.example/'/>"
                    + "</outline>".repeat(folders) + "</body></opml>";
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
