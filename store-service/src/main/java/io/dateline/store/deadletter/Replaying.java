package io.dateline.store.deadletter;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Puts letters back for one request. First sent, then remembered: should it end between, a letter is put back once more,
 * which changes nothing; the other way round one could be taken for put back that never was. Not for use by several
 * threads.
 */
final class Replaying {
    private static final Logger LOG = Logger.getLogger(Replaying.class);

    private final LetterTopic letters;
    private final Sender sender;
    private final ReplayTable table;
    private final Bounds bounds;
    private final ReplayMeters meters;
    private final String by;
    private final List<ReplayReport.Item> items = new ArrayList<>();
    /** The broker is away: what is left is not tried. */
    private boolean away;
    /** Offset of the first letter of a group that it did not take, from which to go on; -1 while it takes them. */
    private long awayAt = -1;

    /** @param by id of the key that asks, or null */
    Replaying(LetterTopic letters, Sender sender, ReplayTable table, Bounds bounds, ReplayMeters meters, String by) {
        this.letters = letters;
        this.sender = sender;
        this.table = table;
        this.bounds = bounds;
        this.meters = meters;
        this.by = by;
    }

    /** @param payload in place of the letter's own, or null; then it is one letter */
    ReplayReport some(List<LetterId> ids, JsonNode payload) {
        for (LetterId id : ids) {
            Optional<ConsumerRecord<byte[], byte[]>> record = letters.one(id);
            if (record.isEmpty()) {
                add(id, ReplayOutcome.GONE, null, "Nothing lies there, or no longer.");
            } else {
                put(record.get(), table.of(id), payload);
            }
        }
        return report(null);
    }

    /** The letters of a group that were not put back before, oldest first, as far as one request goes. */
    ReplayReport group(GroupKey group, int most, String cursor) {
        List<LetterTopic.Stretch> stretches = letters.stretches(group.topic());
        Place from = cursor == null
                ? new Place(
                        0, 0, stretches.stream().map(LetterTopic.Stretch::end).toList())
                : Place.parse(cursor);
        ReplayTable.Known known = table.of(group.topic());
        Budget budget = bounds.replay();
        for (LetterTopic.Stretch stretch : stretches) {
            int partition = stretch.partition().partition();
            if (partition < from.partition()) {
                continue;
            }
            long begin = partition == from.partition() ? Math.max(stretch.begin(), from.offset()) : stretch.begin();
            long end = from.end(stretch);
            long next = letters.read(
                    stretch.partition(), begin, end, () -> away || items.size() >= most || budget.spent(), record -> {
                        budget.spend(LetterTopic.size(record));
                        ofGroup(record, group, known);
                    });
            if (away || next < end) {
                // Also where it was the last of its partition.
                return report(new Place(partition, away ? awayAt : next, from.ends()).toString());
            }
        }
        return report(null);
    }

    private void ofGroup(ConsumerRecord<byte[], byte[]> record, GroupKey group, ReplayTable.Known known) {
        LetterHead head = LetterHead.of(record);
        if (!head.group().equals(group)) {
            return;
        }
        List<Replay> before = known.of(head);
        if (before.isEmpty()) {
            put(record, known, null);
            if (away && awayAt < 0) {
                awayAt = record.offset();
            }
        } else {
            add(head.id(), ReplayOutcome.BEFORE, head.replays() + before.size(), "It was put back before.");
        }
    }

    private void put(ConsumerRecord<byte[], byte[]> record, ReplayTable.Known known, JsonNode payload) {
        LetterHead head = LetterHead.of(record);
        int replays = head.replays() + known.of(head).size();
        if (replays >= bounds.replays()) {
            add(
                    head.id(),
                    ReplayOutcome.TOO_OFTEN,
                    replays,
                    "It was put back " + replays + " times; " + bounds.replays() + " is the most.");
            return;
        }
        ProducerRecord<byte[], byte[]> revived = Revival.of(record, replays + 1);
        if (payload != null) {
            try {
                revived = Edit.apply(revived, payload);
            } catch (ProblemException e) {
                meters.count(ReplayOutcome.INVALID);
                throw e;
            }
        }
        Optional<KafkaException> failure =
                away ? Optional.of(new TimeoutException("the broker is away")) : sender.send(revived);
        if (failure.isPresent()) {
            away = failure.get() instanceof TimeoutException;
            add(
                    head.id(),
                    ReplayOutcome.FAILED,
                    replays,
                    "Kafka did not take it: " + failure.get().getClass().getSimpleName());
            return;
        }
        add(head.id(), ReplayOutcome.REPLAYED, replays + 1, null);
        LOG.infof(
                "dead letter %s put back on %s by %s, replay %d%s",
                head.id().path(),
                revived.topic(),
                by == null ? "somebody without a key" : "key " + by,
                replays + 1,
                payload == null ? "" : ", edited");
        remember(head, payload != null);
    }

    private void remember(LetterHead head, boolean edited) {
        try {
            table.remember(head, by, edited);
        } catch (ProblemException e) {
            throw new ProblemException(
                    ProblemCode.STORE_UNAVAILABLE,
                    head.id().path() + " was put back but could not be remembered. Doing it again changes nothing.");
        }
    }

    private void add(LetterId id, ReplayOutcome outcome, Integer replays, String detail) {
        meters.count(outcome);
        items.add(new ReplayReport.Item(id, outcome, replays, detail));
    }

    private ReplayReport report(String next) {
        return ReplayReport.of(items, next);
    }
}
