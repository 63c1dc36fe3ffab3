package io.dateline.store.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dateline.contracts.article.Source;
import io.dateline.store.query.ArticleItem;
import java.time.Instant;
import java.util.List;

/**
 * A story: articles about one happening.
 *
 * @param summary    never null
 * @param members    its articles in the order they were published, the earliest {@link #MEMBERS}; never null
 * @param moreMembers how many articles are not among {@code members}
 * @param sources    who has reported it, the first one first; never null
 * @param shared     what at least two of its articles are about, by parameter name ({@code entity}, {@code topic},
 *                   {@code place}, {@code event}), most frequent first, at most 12; never null
 * @param history    how it came about, oldest first, the last {@link #HISTORY}; never null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Story(
        @JsonUnwrapped StorySummary summary,
        List<Member> members,
        int moreMembers,
        List<Reporter> sources,
        List<SharedTag> shared,
        List<Change> history) {
    /** Articles of one answer, at most. */
    public static final int MEMBERS = 200;
    /** Changes of one answer, at most. */
    public static final int HISTORY = 100;

    public Story {
        members = List.copyOf(members);
        sources = List.copyOf(sources);
        shared = List.copyOf(shared);
        history = List.copyOf(history);
    }

    /** The id it has now. */
    public String id() {
        return summary.id();
    }

    /**
     * @param article never null
     * @param copyOf  id of the article whose text it repeats, or null for an original
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Member(@JsonUnwrapped ArticleItem article, String copyOf) {}

    /**
     * A source that reports the story.
     *
     * @param source    never null
     * @param originals articles of its own
     * @param copies    articles that repeat another's
     * @param firstAt   when its first was published; never null
     */
    public record Reporter(Source source, int originals, int copies, Instant firstAt) {}

    /**
     * @param kind     the parameter that takes it: {@code entity}, {@code topic}, {@code place} or {@code event}
     * @param value    what that parameter takes; never null
     * @param label    for a person; never null
     * @param articles how many of the originals have it
     */
    public record SharedTag(String kind, String value, String label, int articles) {}

    /**
     * Something that happened to the story.
     *
     * @param seq     of the change of an article that was the cause
     * @param kind    {@code founded}, {@code joined}, {@code left}, {@code merged} or {@code split}; never null
     * @param story   what it happened to: {@code merged} has gone into {@code other}, {@code split} has come out of it
     * @param article or null
     * @param other   id of the other story, or null
     * @param reason  {@code first}, {@code copy}, {@code alike}, {@code changed}, {@code canceled}, {@code withheld},
     *                {@code erased} or {@code apart}, with the likeness where there is one; never null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Change(long seq, String kind, String story, String article, String other, String reason) {}
}
