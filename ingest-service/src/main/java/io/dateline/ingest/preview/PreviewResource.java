package io.dateline.ingest.preview;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.contracts.article.ArticleLimits;
import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.article.Source;
import io.dateline.contracts.http.Problem;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.net.WebAddress;
import io.dateline.contracts.topic.Lane;
import io.dateline.ingest.IngestConfig;
import io.dateline.ingest.fetch.FetchResult;
import io.dateline.ingest.fetch.Fetcher;
import io.dateline.ingest.identity.IdentityStore;
import io.dateline.ingest.identity.Incoming;
import io.dateline.ingest.identity.Origin;
import io.dateline.ingest.parse.Document;
import io.dateline.ingest.parse.DocumentReader;
import io.dateline.ingest.parse.ParseResult;
import io.dateline.ingest.publish.Intake;
import io.dateline.ingest.publish.RawArticles;
import io.dateline.ingest.push.BoundedInput;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows what a document would become. */
@Path("/api/preview")
@Blocking
@Tag(name = "preview", description = "See what a document would become; nothing is published or stored.")
public class PreviewResource {
    private static final Set<String> WIRE = Set.of("wire-text", "anpa1312", "iptc7901", "nitf", "newsml-g2", "ninjs");

    private final IngestConfig config;
    private final DocumentReader reader;
    private final Fetcher fetcher;
    private final IdentityStore identities;
    private final RawArticles articles;
    private final Intake intake;
    private final InstantSource clock;

    PreviewResource(
            IngestConfig config,
            Fetcher fetcher,
            IdentityStore identities,
            RawArticles articles,
            Intake intake,
            InstantSource clock) {
        this.config = config;
        this.reader = DocumentReader.ofEverything(clock);
        this.fetcher = fetcher;
        this.identities = identities;
        this.articles = articles;
        this.intake = intake;
        this.clock = clock;
    }

    /**
     * @param outcome what publishing it would be: accepted, unchanged, late or sighting
     * @param article as it would stand on the topic
     */
    record Item(
            @Schema(enumeration = {"accepted", "unchanged", "late", "sighting"})
            String outcome,

            @JsonUnwrapped RawArticle article) {}

    /**
     * @param format what the document was read as
     * @param faults what of it could not be read
     */
    @Schema(name = "Preview")
    record Preview(String format, List<Item> items, List<ParseResult.Fault> faults) {}

    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
    @Operation(summary = "What a document would become", description = """
                    Send any supported document with its Content-Type (RSS, Atom, JSON Feed, NITF, NewsML-G2, ninjs, \
                    ANPA 1312, IPTC 7901 and wire text as text/plain, an article as JSON, articles as NDJSON, a web page \
                    as text/html with its address in ?url=), or {"url": "…"} as JSON to have one fetched. Answers the \
                    articles that would be published, with the ids they would get. Nothing is published or stored.""")
    @RequestBody(
            content = {
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(type = SchemaType.OBJECT),
                        examples =
                                @ExampleObject(
                                        name = "fetched",
                                        value = "{\"url\": \"https://news.example.org/feed.xml\"}")),
                @Content(mediaType = "application/rss+xml", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "text/html", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "text/plain", schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "200", description = "The articles, in document order.")
    @APIResponse(responseCode = "400", description = "invalid-parameter or malformed-json")
    @APIResponse(responseCode = "415", description = "unsupported-media-type")
    @APIResponse(responseCode = "422", description = "malformed-document, invalid-article or address-not-allowed")
    @APIResponse(responseCode = "502", description = "fetch-failed")
    public Preview preview(
            @HeaderParam("Content-Type") @Parameter(hidden = true) String contentType,
            @QueryParam("url")
                    @Parameter(
                            description = "Where the document in the body comes from.",
                            example = "https://news.example.org/bridge")
                    String address,
            InputStream body)
            throws IOException {
        try {
            byte[] bytes = BoundedInput.all(body, config.push().maxDocument().asLongValue());
            String url = requestedUrl(contentType, bytes);
            Document document = url == null ? new Document(bytes, contentType, webAddress(address)) : fetch(url);
            return show(document);
        } catch (ProblemException e) {
            intake.rejected(Lane.LIVE, e.problem().code());
            throw e;
        }
    }

    /** Null where none is given. */
    private static String webAddress(String address) {
        if (address == null || address.isBlank()) {
            return null;
        }
        try {
            URI uri = WebAddress.parse(address.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (WebAddress.host(uri) != null
                    && (scheme.equals("http") || scheme.equals("https"))
                    && address.length() <= ArticleLimits.URL) {
                return uri.toString();
            }
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemCode.INVALID_PARAMETER, "url is not an address.");
        }
        throw new ProblemException(
                ProblemCode.INVALID_PARAMETER,
                "url is an absolute http or https address of at most " + ArticleLimits.URL + " characters.");
    }

    private Preview show(Document document) {
        Instant now = clock.instant();
        ParseResult result = reader.read(document);
        if (result instanceof ParseResult.Refused refused) {
            throw new ProblemException(refused.code(), refused.detail());
        }
        ParseResult.Articles parsed = (ParseResult.Articles) result;
        List<Incoming> incoming = parsed.articles().stream()
                .map(article -> new Incoming(article, origin(document, parsed.format(), article.sourceName())))
                .toList();
        List<Item> items = identities.preview(incoming).stream()
                .map(one -> new Item(Intake.outcome(one.decision()), articles.of(one, now)))
                .toList();
        return new Preview(parsed.format(), items, parsed.faults());
    }

    /** As the document's usual way in would have it. */
    private Origin origin(Document document, String format, String sourceName) {
        if (format.equals("articles")) {
            return Origin.named(Source.Kind.PUSH, sourceName, config.push().defaultSource());
        }
        if (WIRE.contains(format)) {
            return Origin.named(Source.Kind.WIRE, sourceName, config.files().defaultSource());
        }
        String host = document.url() == null ? "preview" : WebAddress.host(URI.create(document.url()));
        return Origin.named(Source.Kind.FEED, sourceName, host);
    }

    private Document fetch(String url) {
        FetchResult result = fetcher.fetch(url, null, null);
        if (result instanceof FetchResult.Fetched fetched) {
            return new Document(fetched.body(), fetched.contentType(), fetched.url());
        }
        if (!(result instanceof FetchResult.Failed failed)) {
            throw new ProblemException(ProblemCode.FETCH_FAILED, "The server answered 304 to a plain request.");
        }
        ProblemCode code = failed.reason().equals("address-not-allowed")
                ? ProblemCode.ADDRESS_NOT_ALLOWED
                : ProblemCode.FETCH_FAILED;
        throw new ProblemException(code, failed.detail());
    }

    /** The address of a request to fetch; null where the body is the document itself. */
    private static String requestedUrl(String contentType, byte[] bytes) {
        String type = new Document(bytes, contentType, null).mediaType().toLowerCase(Locale.ROOT);
        if (!type.equals("application/json")) {
            return null;
        }
        try {
            JsonNode node = MessageCodec.json().readTree(bytes);
            boolean request = node.isObject()
                    && node.path("url").isTextual()
                    && Stream.of("title", "items", "uri").noneMatch(node::has);
            return request ? node.get("url").asText() : null;
        } catch (JsonProcessingException e) {
            throw new ProblemException(ProblemCode.MALFORMED_JSON, "The body is not well-formed JSON.");
        } catch (IOException e) {
            throw new ProblemException(ProblemCode.MALFORMED_JSON, "The body is not JSON in UTF-8.");
        }
    }
}
