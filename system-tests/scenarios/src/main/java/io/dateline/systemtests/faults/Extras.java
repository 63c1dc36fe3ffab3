package io.dateline.systemtests.faults;

import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.message.DeadLetterReason;
import io.dateline.systemtests.corpus.WideCorpus;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What faults send on purpose besides the sender's flow, and what must come of it. Not thread-safe. */
final class Extras implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;
    private final WideCorpus corpus = new WideCorpus();
    private final List<Sent> sent = new ArrayList<>();
    private final List<Burial> poison = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private final List<Count> counts = new ArrayList<>();
    private int serial;

    /** @param largest bytes of a record */
    Extras(String bootstrap, int largest) {
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "acks",
                        "all",
                        "compression.type",
                        "zstd",
                        "max.request.size",
                        largest),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    int nextSerial() {
        return serial++;
    }

    /** A good one that nobody has seen. */
    EnrichedArticle article() {
        return corpus.article(nextSerial());
    }

    /** Writes a record that must be stored. */
    void stored(ProducerRecord<byte[], byte[]> record, RawArticle article) {
        write(record);
        LocalDate day = article.publishedAt() == null
                ? null
                : article.publishedAt().atZone(ZoneOffset.UTC).toLocalDate();
        accepted(new Sent(article.url(), article.revision(), Words.of(article.title(), article.body()), day));
    }

    /** Writes a record that must become a dead letter. */
    Place buried(ProducerRecord<byte[], byte[]> record, DeadLetterReason reason) {
        Place place = write(record);
        buried(place, reason.code());
        return place;
    }

    /** A record that lies there already. */
    void buried(Place place, String reason) {
        poison.add(new Burial(place, reason));
    }

    /** Was accepted some other way than by the sender. */
    void accepted(Sent one) {
        sent.add(one);
    }

    void answered(String asked, Object expected, Object given) {
        answered(new Answer(asked, String.valueOf(expected), String.valueOf(given)));
    }

    void answered(Answer answer) {
        answers.add(answer);
    }

    void counted(String what, long expected, long counted) {
        counts.add(new Count(what, expected, counted));
    }

    private Place write(ProducerRecord<byte[], byte[]> record) {
        try {
            var at = producer.send(record).get();
            return new Place(at.topic(), at.partition(), at.offset());
        } catch (ExecutionException e) {
            throw new IllegalStateException("a record could not be written", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    List<Sent> sent() {
        return List.copyOf(sent);
    }

    List<Burial> poison() {
        return List.copyOf(poison);
    }

    List<Answer> answers() {
        return List.copyOf(answers);
    }

    List<Count> counts() {
        return List.copyOf(counts);
    }

    @Override
    public void close() {
        producer.close();
    }
}
