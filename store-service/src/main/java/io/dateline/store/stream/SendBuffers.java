package io.dateline.store.stream;

import io.dateline.store.StoreConfig;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/** Bounds what the kernel keeps for clients that do not read. */
@Singleton
class SendBuffers implements HttpServerOptionsCustomizer {
    private final int bytes;

    SendBuffers(StoreConfig config) {
        this.bytes = Math.toIntExact(config.stream().sendBuffer().asLongValue());
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setSendBufferSize(bytes);
    }
}
