package io.dateline.contracts.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;

/** Ends what clients will not end. */
public final class Connections {
    private Connections() {}

    /**
     * Breaks off an answer at once and without the end of it, so that its client sees that it has not all. To close in
     * order, and to reset over HTTP/1, is to wait for the client to take what was sent, which it may never do.
     */
    public static void cut(HttpServerRequest request) {
        if (request.connection() instanceof ConnectionBase connection) {
            if (request.version() == HttpVersion.HTTP_2 && connection.channel().isWritable()) {
                // Other answers go over the same connection, and this one's end gets through.
                request.response().reset();
            } else {
                connection.channelHandlerContext().close();
            }
        } else {
            request.connection().close();
        }
    }
}
