package io.dateline.store.testing;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/** On loopback the kernel would take megabytes for a client that does not read, and no test would see it stall. */
@Singleton
public class SmallSendBuffers implements HttpServerOptionsCustomizer {
    private static final int BYTES = 64 * 1024;

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setSendBufferSize(BYTES);
    }
}
