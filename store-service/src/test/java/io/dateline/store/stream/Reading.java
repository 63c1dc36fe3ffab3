package io.dateline.store.stream;

import io.agroal.api.AgroalDataSource;
import io.dateline.store.query.Asking;

/** What reads changes, for tests of what is built on it. */
public final class Reading {
    private Reading() {}

    public static ChangeReader changes(AgroalDataSource dataSource) {
        return new ChangeReader(Asking.pool(dataSource));
    }

    public static ChangeMatches matches(AgroalDataSource dataSource) {
        return new ChangeMatches(changes(dataSource));
    }
}
