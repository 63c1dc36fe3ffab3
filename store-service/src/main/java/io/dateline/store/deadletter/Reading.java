package io.dateline.store.deadletter;

import io.dateline.contracts.message.Decoded;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.message.MessageIdentity;
import io.dateline.contracts.message.MessageType;
import io.dateline.contracts.topic.TopicCatalog;
import io.dateline.contracts.topic.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Answers what lies in the dead-letter topics. */
final class Reading {
    static final int PAGE = 50;

    private final LetterTopic letters;
    private final ReplayTable table;
    private final Bounds bounds;

    Reading(LetterTopic letters, ReplayTable table, Bounds bounds) {
        this.letters = letters;
        this.table = table;
        this.bounds = bounds;
    }

    DeadLetterGroups groups() {
        List<DeadLetterGroups.TopicRead> topics = new ArrayList<>();
        List<DeadLetterGroups.Group> groups = new ArrayList<>();
        for (String topic : TopicCatalog.deadLetters()) {
            Grouping grouping = new Grouping();
            Budget budget = bounds.look();
            long kept = 0;
            boolean whole = true;
            for (LetterTopic.Stretch stretch : letters.stretches(topic)) {
                kept += stretch.end() - stretch.begin();
                whole &= letters.newest(stretch, budget, grouping::add);
            }
            topics.add(new DeadLetterGroups.TopicRead(topic, kept, grouping.read(), !whole));
            if (grouping.read() > 0) {
                groups.addAll(grouping.groups(table.of(topic), !whole));
            }
        }
        groups.sort(Comparator.comparingLong(DeadLetterGroups.Group::count).reversed());
        return new DeadLetterGroups(topics, groups);
    }

    /** @param cursor the {@code older} of the list before, or null */
    LetterList letters(GroupKey group, String cursor) {
        Place from = cursor == null ? new Place(0, Long.MAX_VALUE, List.of()) : Place.parse(cursor);
        Budget budget = bounds.look();
        List<LetterHead> found = new ArrayList<>();
        String older = null;
        for (LetterTopic.Stretch stretch : letters.stretches(group.topic())) {
            int partition = stretch.partition().partition();
            if (partition < from.partition()) {
                continue;
            }
            long end = partition == from.partition() ? Math.min(stretch.end(), from.offset()) : stretch.end();
            long[] last = {end};
            boolean whole =
                    letters.newest(new LetterTopic.Stretch(stretch.partition(), stretch.begin(), end), budget, head -> {
                        last[0] = head.id().offset();
                        if (head.group().equals(group)) {
                            found.add(head);
                        }
                        return found.size() < PAGE;
                    });
            if (!whole) {
                older = new Place(partition, last[0], List.of()).toString();
                break;
            }
        }
        ReplayTable.Known known = found.isEmpty() ? null : table.of(group.topic());
        return new LetterList(
                found.stream()
                        .map(head -> new LetterList.Item(head, known.of(head)))
                        .toList(),
                older);
    }

    Optional<Letter> letter(LetterId id) {
        return letters.one(id).map(record -> letter(record, table.of(id)));
    }

    private Letter letter(ConsumerRecord<byte[], byte[]> record, ReplayTable.Known known) {
        LetterHead head = LetterHead.of(record);
        List<Replay> replayed = known.of(head);
        String topic = Topics.original(record.topic());
        Optional<MessageType> type = MessageType.of(topic);
        return new Letter(
                head,
                topic,
                Stream.of(record.headers().toArray()).map(Reading::header).toList(),
                Payload.of(record.value()),
                type.map(one -> breach(one, record)).orElse(null),
                type.isPresent(),
                Math.max(0, bounds.replays() - head.replays() - replayed.size()),
                replayed);
    }

    private static Letter.Breach breach(MessageType type, ConsumerRecord<byte[], byte[]> record) {
        Decoded<MessageIdentity> decoded = MessageCodec.identify(type, record.headers(), record.value());
        return decoded instanceof Decoded.Refused<MessageIdentity> refused
                ? new Letter.Breach(refused.reason().code(), refused.detail())
                : null;
    }

    private static Letter.NamedHeader header(Header header) {
        if (header.value() == null) {
            return new Letter.NamedHeader(header.key(), null, null);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(header.value()))
                    .toString();
            return new Letter.NamedHeader(header.key(), text, null);
        } catch (CharacterCodingException e) {
            return new Letter.NamedHeader(
                    header.key(), null, Base64.getEncoder().encodeToString(header.value()));
        }
    }
}
