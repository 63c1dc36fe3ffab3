package io.dateline.ingest.publish;

import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.topic.Lane;
import java.util.List;

/** Hands articles to Kafka. */
public interface ArticlePublisher {
    /**
     * Returns once the broker has acknowledged every one of them.
     *
     * @throws BrokerUnavailable where it did not, for at least one
     */
    void publish(List<RawArticle> articles, Lane lane);
}
