package io.dateline.ingest.feed;

import io.dateline.contracts.net.AddressGuard;
import io.dateline.ingest.IngestConfig;
import io.dateline.ingest.identity.Database;
import io.dateline.ingest.opml.OpmlReader;
import io.dateline.ingest.opml.OpmlWriter;
import io.dateline.ingest.opml.Subscription;
import io.dateline.ingest.push.BoundedInput;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists of feeds, to and from other programs. */
@Path("/api/feeds/opml")
@Blocking
@Tag(name = "feeds")
public class OpmlResource {
    private static final String OPML = "text/x-opml";
    private static final int PAGE = 1000;

    private final FeedSearch search;
    private final FeedImport feeds;
    private final long limit;

    OpmlResource(Database database, AddressGuard guard, IngestConfig config) {
        this.search = new FeedSearch(database);
        this.feeds = new FeedImport(
                database,
                new FeedRules(guard, config.poll().minInterval(), config.poll().defaultInterval()));
        this.limit = config.feeds().maxOpml().asLongValue();
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Poll the feeds of a list", description = """
                    An OPML document of up to 100,000 outlines. Folders become tags, a folder within a folder one with \
                    a slash. A feed that is polled already keeps its settings and gains the tags, so sending the same \
                    again changes nothing. An entry that cannot be polled is listed and disturbs no other.""")
    @RequestBody(
            content =
                    @Content(
                            mediaType = OPML,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "list", value = """
                                            <opml version="2.0"><body><outline text="World">
                                            <outline type="rss" text="Example News" xmlUrl="https://news.example.org/feed.xml"/>
                                            </outline></body></opml>""")))
    @APIResponse(
            responseCode = "200",
            description = "Counts, and the entries that were rejected.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FeedImport.Answer.class)))
    @APIResponse(responseCode = "413", description = "too-large: in bytes or in outlines; nothing was taken.")
    @APIResponse(responseCode = "422", description = "malformed-document: no OPML, or one with a document type.")
    public FeedImport.Answer importList(InputStream body) throws IOException {
        return feeds.take(OpmlReader.read(BoundedInput.all(body, limit)));
    }

    @GET
    @Produces(OPML)
    @Operation(
            summary = "All feeds as a list",
            description = "OPML 2.0. A feed lies in a folder for each of its tags; importing the list restores them.")
    @APIResponse(responseCode = "200", content = @Content(mediaType = OPML))
    public Response exportList() throws XMLStreamException {
        List<Subscription> subscriptions = new ArrayList<>();
        FeedFilter all = FeedFilter.of(null, null, null);
        String after = "";
        List<Feed> page;
        do {
            page = search.page(all, after, PAGE);
            for (Feed feed : page) {
                after = feed.id();
                add(feed, subscriptions);
            }
        } while (page.size() == PAGE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OpmlWriter.write("Dateline feeds", subscriptions, out);
        return Response.ok(out.toByteArray(), OPML + ";charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"dateline-feeds.opml\"")
                .build();
    }

    private static void add(Feed feed, List<Subscription> subscriptions) {
        if (feed.tags().isEmpty()) {
            subscriptions.add(new Subscription(0, 0, feed.url(), feed.name(), List.of()));
        }
        for (String tag : feed.tags()) {
            List<String> folders = List.of(tag.split("/"));
            subscriptions.add(new Subscription(0, 0, feed.url(), feed.name(), folders));
        }
    }
}
