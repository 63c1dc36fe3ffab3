package io.dateline.store.story;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The days in memory: a mirror of the tables, read day by day when an article of about that time comes, and given up
 * again when there are too many. What is answered never depends on which days happen to be here. Not thread-safe.
 */
final class Window {
    /** An article is compared with those of so many days before it and after it. */
    static final int DAYS = 3;

    private final Source source;
    private final int perDay;
    private final int most;
    private final LinkedHashMap<Integer, Day> days = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, Member> members = new HashMap<>();
    private final Map<String, BuiltStory> stories = new HashMap<>();

    /**
     * @param perDay members of a day that others are compared with, at most
     * @param most   members kept in memory from one transaction to the next, about
     */
    Window(Source source, int perDay, int most) {
        this.source = source;
        this.perDay = perDay;
        this.most = most;
    }

    /** Where days come from. */
    interface Source {
        /** Members of a day with all that was done to them so far, in the order of their seqs. */
        List<Row> read(int day) throws SQLException;
    }

    /** A member and its story as the tables have them. */
    record Row(Member member, String storyId, Instant foundedAt, long foundedSeq) {}

    /** The days around one, all in memory. */
    Nearby around(int day) throws SQLException {
        List<Day> near = new ArrayList<>();
        for (int number = day - DAYS; number <= day + DAYS; number++) {
            Day one = day(number);
            if (one.size() > 0) {
                near.add(one);
            }
        }
        return new Nearby(day, near);
    }

    /** The member of this article, or null where it is in no story or its day is not in memory. */
    Member member(String articleId) {
        return members.get(articleId);
    }

    /** Null where none of its days is in memory. */
    BuiltStory story(String id) {
        return stories.get(id);
    }

    /** Whether an article of this day will be compared with later ones. */
    boolean indexes(int day) throws SQLException {
        return day(day).indexed() < perDay;
    }

    void add(Member member, BuiltStory story) throws SQLException {
        stories.put(story.id, story);
        day(member.report.day()).add(member);
        members.put(member.id(), member);
        story.add(member);
    }

    void remove(Member member) throws SQLException {
        day(member.report.day()).remove(member);
        members.remove(member.id());
        member.story.remove(member);
    }

    void hold(BuiltStory story) {
        stories.put(story.id, story);
    }

    void forgetStory(BuiltStory story) {
        stories.remove(story.id);
    }

    void clear() {
        days.clear();
        members.clear();
        stories.clear();
    }

    /** Gives up the days that were not needed for longest. Only between transactions: no day changed since. */
    void shrink() {
        while (members.size() > most && days.size() > 2 * DAYS + 1) {
            Integer oldest = days.keySet().iterator().next();
            for (Member member : days.remove(oldest).members()) {
                members.remove(member.id());
                member.story.remove(member);
                if (member.story.members().isEmpty()) {
                    stories.remove(member.story.id);
                }
            }
        }
    }

    private Day day(int number) throws SQLException {
        Day day = days.get(number);
        if (day == null) {
            List<Row> rows = source.read(number);
            day = new Day();
            days.put(number, day);
            for (Row row : rows) {
                BuiltStory story = stories.computeIfAbsent(
                        row.storyId(), id -> new BuiltStory(id, row.foundedAt(), row.foundedSeq()));
                day.add(row.member());
                members.put(row.member().id(), row.member());
                story.add(row.member());
            }
        }
        return day;
    }
}
