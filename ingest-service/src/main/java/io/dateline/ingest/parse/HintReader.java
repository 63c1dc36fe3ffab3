package io.dateline.ingest.parse;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.contracts.message.MessageCodec;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads what stands before a feed's first item: how often it wants to be polled, and its hub. Never throws for what a
 * document holds; what is broken says nothing. Thread-safe.
 */
public final class HintReader {
    private static final XMLInputFactory XML = factory();
    private static final Map<String, Long> PERIODS =
            Map.of("hourly", 3600L, "daily", 86_400L, "weekly", 604_800L, "monthly", 2_592_000L, "yearly", 31_536_000L);
    private static final List<String> DAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    private static final int MOST_EVENTS = 2_000;

    private Long ttl;
    private Long period;
    private long frequency = 1;
    private int skipHours;
    private int skipDays;
    private String hub;
    private String self;

    private HintReader() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(WstxInputProperties.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, 64);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 64);
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, 100_000);
        return factory;
    }

    public static FeedHints of(Document document) {
        HintReader reader = new HintReader();
        String text = document.text();
        try {
            if (text.stripLeading().startsWith("{")) {
                reader.json(text);
            } else {
                reader.xml(text.stripLeading());
            }
        } catch (XMLStreamException | IOException broken) {
            // The feed's own reader says what is wrong with it; what was read so far holds.
            return reader.hints(document.url());
        }
        return reader.hints(document.url());
    }

    private FeedHints hints(String base) {
        Long seconds = ttl != null ? ttl : period == null ? null : Long.valueOf(Math.max(1, period / frequency));
        String hubUrl = hub == null ? null : Links.absolute(base, hub);
        String selfUrl = self == null ? null : Links.absolute(base, self);
        return new FeedHints(
                seconds == null ? null : Duration.ofSeconds(seconds), skipHours, skipDays, hubUrl, selfUrl);
    }

    private void xml(String text) throws XMLStreamException {
        XMLStreamReader in = XML.createXMLStreamReader(new StringReader(text));
        String name = "";
        for (int i = 0; i < MOST_EVENTS && in.hasNext(); i++) {
            int event = in.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                String whole = in.getLocalName().toLowerCase(Locale.ROOT);
                name = whole.substring(whole.indexOf(':') + 1);
                if (name.equals("item") || name.equals("entry")) {
                    return;
                }
                if (name.equals("link")) {
                    link(in.getAttributeValue(null, "rel"), in.getAttributeValue(null, "href"));
                }
            } else if (event == XMLStreamConstants.CHARACTERS && !in.isWhiteSpace()) {
                text(name, in.getText().strip());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                name = "";
            }
        }
    }

    private void text(String name, String value) {
        switch (name) {
            case "ttl" -> ttl = number(value) == null ? ttl : Long.valueOf(number(value) * 60);
            case "updateperiod" -> period = PERIODS.get(value.toLowerCase(Locale.ROOT));
            case "updatefrequency" -> frequency = number(value) == null ? 1 : Math.max(1, number(value));
            case "hour" -> skipHours |= number(value) == null || number(value) > 24 ? 0 : 1 << number(value) % 24;
            case "day" ->
                skipDays |= DAYS.contains(value.toLowerCase(Locale.ROOT))
                        ? 1 << DAYS.indexOf(value.toLowerCase(Locale.ROOT))
                        : 0;
            default -> {
                // Not a hint.
            }
        }
    }

    private void link(String rel, String href) {
        if (rel == null || href == null) {
            return;
        }
        hub = hub == null && rel.equalsIgnoreCase("hub") ? href : hub;
        self = self == null && rel.equalsIgnoreCase("self") ? href : self;
    }

    /** Null where it is none, or no sensible one. */
    private static Long number(String value) {
        return value.matches("\\d{1,7}") ? Long.valueOf(value) : null;
    }

    /** JSON Feed: {@code feed_url} and {@code hubs: [{type, url}]}, which may stand after the items. */
    private void json(String text) throws IOException {
        try (JsonParser in = MessageCodec.json().createParser(text)) {
            in.nextToken();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                JsonToken value = in.nextToken();
                if (name.equals("feed_url") && value == JsonToken.VALUE_STRING) {
                    self = in.getText();
                } else if (name.equals("hubs") && value == JsonToken.START_ARRAY) {
                    JsonNode hubs = in.readValueAsTree();
                    JsonNode first = hubs.path(0);
                    hub = first.path("type").asText().equalsIgnoreCase("websub")
                            ? first.path("url").asText(null)
                            : null;
                } else {
                    in.skipChildren();
                }
            }
        }
    }
}
