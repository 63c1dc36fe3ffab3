package io.dateline.store.query;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/** Tells whoever resumes at something that retention has dropped that there is a hole, instead of leading around it. */
public final class Kept {
    private static final String ITEM = """
            SELECT EXISTS (SELECT FROM dropped_months WHERE newest_sort >= ?)
                AND NOT EXISTS (SELECT FROM articles WHERE id = ?)
            """;
    private static final String FIRST = "SELECT coalesce(max(last_seq), 0) FROM dropped_months";

    private Kept() {}

    /**
     * The place in a list at which a page ended.
     *
     * @throws ProblemException {@code cursor-expired}
     */
    static void check(Connection connection, Instant sortAt, String id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ITEM)) {
            select.setObject(1, sortAt.atOffset(ZoneOffset.UTC));
            select.setString(2, id);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                if (row.getBoolean(1)) {
                    throw new ProblemException(
                            ProblemCode.CURSOR_EXPIRED, "The articles at this place were dropped. Begin again.");
                }
            }
        }
    }

    /**
     * The same of rows that belong to articles.
     *
     * @param cursor null for a first page, which is always there
     * @throws ProblemException {@code cursor-expired}
     */
    static void check(Connection connection, PageCursor cursor) throws SQLException {
        if (cursor != null) {
            check(connection, cursor.sortAt(), cursor.id());
        }
    }

    /**
     * Where a reader of changes that has seen everything up to {@code after} goes on; one that has seen nothing (0) begins
     * with what is kept.
     *
     * @throws ProblemException {@code cursor-expired} where changes after {@code after} were dropped
     */
    public static long after(Connection connection, long after) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FIRST);
                ResultSet row = select.executeQuery()) {
            row.next();
            long dropped = row.getLong(1);
            if (after > 0 && after < dropped) {
                throw new ProblemException(
                        ProblemCode.CURSOR_EXPIRED,
                        "Changes up to " + dropped + " were dropped with their month: what comes after them begins at "
                                + "after=" + dropped + ", all that is kept at after=0.");
            }
            return Math.max(after, dropped);
        }
    }
}
