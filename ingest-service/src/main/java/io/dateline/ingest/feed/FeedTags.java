package io.dateline.ingest.feed;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.ingest.identity.Sql;
import io.dateline.ingest.text.CleanText;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What feeds are filed under. A slash in a tag stands for a folder within a folder. */
final class FeedTags {
    /** Tags of one feed. */
    static final int MOST = 50;
    /** Characters of one tag. */
    static final int LONGEST = 200;

    private FeedTags() {}

    /**
     * Sorted and without repetitions.
     *
     * @param tags or null for none
     * @throws ProblemException {@code invalid-feed} where one is empty or too long, or where there are too many
     */
    static List<String> check(List<String> tags) {
        SortedSet<String> checked = new TreeSet<>();
        for (String tag : tags == null ? List.<String>of() : tags) {
            String clean = tag == null ? "" : clean(tag);
            if (clean.isEmpty() || clean.length() > LONGEST) {
                throw new ProblemException(ProblemCode.INVALID_FEED, "A tag has 1 to " + LONGEST + " characters.");
            }
            checked.add(clean);
        }
        if (checked.size() > MOST) {
            throw new ProblemException(ProblemCode.INVALID_FEED, "A feed has at most " + MOST + " tags.");
        }
        return List.copyOf(checked);
    }

    /** Without empty folders, so that what is exported as folders comes back as the same tag. */
    private static String clean(String tag) {
        return Stream.of(CleanText.line(tag).text().split("/"))
                .map(String::strip)
                .filter(folder -> !folder.isEmpty())
                .collect(Collectors.joining("/"));
    }

    /** @param tags as {@link #check} answered them, or null where they stay as they are */
    static void set(Connection connection, String id, List<String> tags) throws SQLException {
        if (tags == null) {
            return;
        }
        Sql.update(connection, "UPDATE feeds SET tags = ? WHERE id = ?", Sql.texts(connection, tags), id);
    }

    static List<String> of(Array column) throws SQLException {
        return List.of((String[]) column.getArray());
    }
}
