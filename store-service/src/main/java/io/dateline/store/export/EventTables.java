package io.dateline.store.export;

import io.dateline.store.query.EventExportQuery;
import io.dateline.store.query.EventItem;
import io.dateline.store.query.EventReading;
import io.dateline.store.query.EventReading.Page;
import io.dateline.store.query.ExportedEvent;
import io.dateline.store.query.ExportedTelling;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Events as the two tables of GDELT 2.0: events, and where each is told. Tab-separated, without a header, as those are. */
@ApplicationScoped
public class EventTables {
    private final EventReading events;

    EventTables(EventReading events) {
        this.events = events;
    }

    /** A line for each event. */
    public StreamingOutput events(EventExportQuery query) {
        return out -> each(query, event -> write(EventRow.of(event), out));
    }

    /** A line for each sentence that tells one of the events, in whatever article. */
    public StreamingOutput mentions(EventExportQuery query) {
        return out -> each(query, event -> mentions(event.item(), out));
    }

    private interface Sink {
        void accept(ExportedEvent event) throws IOException;
    }

    private void each(EventExportQuery query, Sink sink) throws IOException {
        int left = query.max() == 0 ? Integer.MAX_VALUE : query.max();
        String cursor = null;
        do {
            Page<ExportedEvent> page = events.events(query.events(), Math.min(left, EventReading.EVENTS), cursor);
            for (ExportedEvent event : page.items()) {
                sink.accept(event);
            }
            left -= page.items().size();
            cursor = page.next();
        } while (cursor != null && left > 0);
    }

    private void mentions(EventItem event, OutputStream out) throws IOException {
        String cursor = null;
        do {
            Page<ExportedTelling> page = events.tellings(event.id(), cursor);
            for (ExportedTelling told : page.items()) {
                for (Row row : new MentionRows(event, told).rows()) {
                    write(row, out);
                }
            }
            cursor = page.next();
        } while (cursor != null);
    }

    private static void write(Row row, OutputStream out) throws IOException {
        out.write(row.toString().getBytes(StandardCharsets.UTF_8));
    }
}
