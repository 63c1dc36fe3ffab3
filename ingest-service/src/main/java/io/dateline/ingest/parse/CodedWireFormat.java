package io.dateline.ingest.parse;

import io.dateline.ingest.parse.wire.CodedMessages;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** ANPA 1312 and IPTC 7901: known by their control codes and headers, whatever type was declared. */
final class CodedWireFormat implements DocumentFormat {
    @Override
    public String name() {
        return "coded-wire";
    }

    @Override
    public boolean reads(String mediaType, String head) {
        return CodedMessages.format(head.getBytes(StandardCharsets.UTF_8)).isPresent();
    }

    @Override
    public ParseResult parse(Document document, Instant now) {
        String format = CodedMessages.format(document.bytes()).orElse(name());
        return new WireDrafts(document, format, now, true)
                .finish(CodedMessages.read(document.bytes(), now, ItemCollector.ITEMS));
    }
}
