package io.dateline.ingest.fetch;

import io.dateline.contracts.net.References;
import io.dateline.contracts.net.RetryAfter;
import io.dateline.contracts.net.WebAddress;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;

/** Reads what a server answered. What is kept of its headers holds no control character and is short. */
final class Answers {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> PERMANENT = Set.of(301, 308);
    private static final Pattern MAX_AGE =
            Pattern.compile("(?:^|[\\s,])max-age\\s*=\\s*\"?(\\d{1,9})", Pattern.CASE_INSENSITIVE);
    private static final int VALIDATOR = 1024;
    private static final int ROBOTS = 500 * 1024;

    private final BodyReader bodies;

    Answers(BodyReader bodies) {
        this.bodies = bodies;
    }

    FetchResult read(FetchRequest request, URI uri, ClassicHttpResponse response) throws IOException {
        int status = response.getCode();
        String location = header(response, "Location");
        if (REDIRECTS.contains(status) && location != null) {
            return redirect(uri, location, PERMANENT.contains(status));
        }
        Duration maxAge = maxAge(header(response, "Cache-Control"));
        if (status == 304) {
            return new FetchResult.NotModified(maxAge);
        }
        boolean hub = request.purpose() == FetchRequest.Purpose.HUB && status / 100 == 2;
        if (status != 200 && !hub) {
            Duration wait = RetryAfter.of(header(response, "Retry-After"), Instant.now());
            return new FetchResult.Failed("http-" + status, "The server answered " + status + ".", wait);
        }
        return new FetchResult.Fetched(
                hub ? new byte[0] : body(request, response),
                header(response, "Content-Type"),
                uri.toString(),
                null,
                validator(header(response, "ETag")),
                validator(header(response, "Last-Modified")),
                maxAge,
                links(response, uri));
    }

    private byte[] body(FetchRequest request, ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        InputStream content = entity == null ? null : entity.getContent();
        if (content == null) {
            return new byte[0];
        }
        String coding = header(response, "Content-Encoding");
        return request.purpose() == FetchRequest.Purpose.ROBOTS
                ? bodies.beginning(content, coding, ROBOTS)
                : bodies.read(content, coding);
    }

    private static FetchResult redirect(URI from, String location, boolean permanent) {
        try {
            String at = References.resolve(from, URI.create(location.strip())).toString();
            return new FetchResult.Redirected(WebAddress.parse(at).toString(), permanent);
        } catch (IllegalArgumentException e) {
            return new FetchResult.Failed("bad-redirect", "The redirect leads to what is no address.", null);
        }
    }

    private static Duration maxAge(String cacheControl) {
        Matcher found = MAX_AGE.matcher(cacheControl == null ? "" : cacheControl);
        return found.find() ? Duration.ofSeconds(Long.parseLong(found.group(1))) : null;
    }

    private static List<WebLink> links(ClassicHttpResponse response, URI uri) {
        return WebLink.of(
                Arrays.stream(response.getHeaders("Link")).map(Header::getValue).toList(), uri);
    }

    /** It is sent back one day: nothing that could end a header line, nothing endless. */
    private static String validator(String value) {
        boolean fit = value != null
                && !value.isBlank()
                && value.length() <= VALIDATOR
                && value.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
        return fit ? value : null;
    }

    private static String header(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }
}
