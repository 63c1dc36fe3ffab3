package io.dateline.store.query;

import io.agroal.api.AgroalDataSource;

/** What asks the database, for tests of what is built on it. */
public final class Asking {
    private Asking() {}

    public static ReadPool pool(AgroalDataSource dataSource) {
        return new ReadPool(dataSource);
    }

    public static Filters filters(AgroalDataSource dataSource) {
        return new Filters(pool(dataSource));
    }
}
