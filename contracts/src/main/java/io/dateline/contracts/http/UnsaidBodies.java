package io.dateline.contracts.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/**
 * Holds bodies whose length nobody said to the server's limit. Its own check answers without a problem, and then fails as if
 * the fault were ours.
 */
@Provider
public final class UnsaidBodies implements ContainerRequestFilter {
    /** Where the server keeps how much it reads of such a body; absent where the length was said, and checked. */
    public static final String LIMIT = "io.quarkus.max-request-size";

    private static final Set<String> WITHOUT = Set.of("GET", "HEAD");

    private final CurrentVertxRequest current;

    UnsaidBodies(CurrentVertxRequest current) {
        this.current = current;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        RoutingContext context = current.getCurrent();
        Long limit = context == null ? null : context.get(LIMIT);
        if (limit != null && !WITHOUT.contains(request.getMethod())) {
            context.remove(LIMIT);
            request.setEntityStream(new Bounded(request.getEntityStream(), limit));
        }
    }

    /** The body is longer than it may be. */
    static final class TooLarge extends IOException {
        TooLarge(long limit) {
            super("more than " + limit + " bytes");
        }
    }

    private static final class Bounded extends FilterInputStream {
        private final long limit;
        private long count;

        Bounded(InputStream in, long limit) {
            super(in);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            int read = in.read(bytes, from, most);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) throws TooLarge {
            count += read;
            if (count > limit) {
                throw new TooLarge(limit);
            }
        }
    }
}
