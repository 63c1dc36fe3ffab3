package io.dateline.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebLinkTest {
    @Test
    void readsRelativeAddressesFromWhatWasFetched() {
        // given
        List<String> headers = List.of("</hub>; rel=hub, <?page=1>; rel=\"self\"", "<https://hub.example/>; rel=hub");

        // when
        List<WebLink> links = WebLink.of(headers, URI.create("https://news.example/feeds/all"));

        // then
        assertThat(links)
                .containsExactly(
                        new WebLink("https://news.example/hub", "hub"),
                        new WebLink("https://news.example/feeds/all?page=1", "self"),
                        new WebLink("https://hub.example/", "hub"));
    }

    @Test
    void keepsAWholeAddressAsItStands() {
        // given signs that no address may have
        List<String> headers =
                List.of("<https://n.example/feed?tags=a|b c>; rel=self, < HTTP://hub.example/{x} >;rel=hub");

        // when
        List<WebLink> links = WebLink.of(headers, URI.create("https://n.example/"));

        // then
        assertThat(links)
                .containsExactly(
                        new WebLink("https://n.example/feed?tags=a|b c", "self"),
                        new WebLink("HTTP://hub.example/{x}", "hub"));
    }

    @Test
    void leavesOutWhatIsNoAddress() {
        // when
        List<WebLink> links = WebLink.of(
                List.of("<http://>; rel=hub, <a|b>; rel=hub, </a>; rel=self"), URI.create("https://n.example/"));

        // then
        assertThat(links).containsExactly(new WebLink("https://n.example/a", "self"));
    }
}
