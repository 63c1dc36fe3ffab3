package io.dateline.systemtests.bench;

import io.dateline.systemtests.system.Instance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Clients of the live stream on plain sockets, every second of which asks and then never reads. */
final class StalledClients implements AutoCloseable {
    private static final int SMALL_BUFFER = 4_096;

    private final List<SocketChannel> channels = new ArrayList<>();
    private final Selector selector;

    StalledClients(Instance store, int count) {
        try {
            selector = Selector.open();
            byte[] question = ("GET /api/stream HTTP/1.1\r\nHost: 127.0.0.1:" + store.port()
                            + "\r\nAccept: text/event-stream\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < count; i++) {
                SocketChannel channel = SocketChannel.open();
                channels.add(channel);
                boolean reads = i % 2 == 0;
                if (!reads) {
                    // So little that the server soon waits; who reads has what a system gives.
                    channel.setOption(StandardSocketOptions.SO_RCVBUF, SMALL_BUFFER);
                }
                channel.connect(new InetSocketAddress("127.0.0.1", store.port()));
                channel.write(ByteBuffer.wrap(question));
                channel.configureBlocking(false);
                if (reads) {
                    channel.register(selector, SelectionKey.OP_READ);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread reader = new Thread(this::read, "stream clients");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        try {
            while (selector.isOpen()) {
                selector.select(key -> read(key, buffer));
            }
        } catch (ClosedSelectorException closed) {
            // It is over.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(SelectionKey key, ByteBuffer buffer) {
        try {
            buffer.clear();
            if (((SocketChannel) key.channel()).read(buffer) < 0) {
                key.cancel();
            }
        } catch (IOException gone) {
            key.cancel();
        }
    }

    @Override
    public void close() {
        try {
            selector.close();
            for (SocketChannel channel : channels) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
