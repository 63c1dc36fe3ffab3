package io.dateline.ingest.support;

import io.dateline.ingest.identity.Database;
import io.dateline.testinfra.TestInfra;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A schema of its own on the real PostgreSQL, for tests without the service around it. */
public final class TestDatabase {
    private TestDatabase() {}

    public static Database fresh(String schema) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(TestInfra.get().jdbcUrl());
        source.setUser(TestInfra.get().username());
        source.setPassword(TestInfra.get().password());
        source.setCurrentSchema(schema);
        Flyway.configure()
                .dataSource(source)
                .schemas(schema)
                .locations("classpath:db/ingest")
                .load()
                .migrate();
        return new Database(source);
    }

    public static void run(Database database, String sql) {
        database.transaction(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    public static long count(Database database, String sql) {
        return database.transaction(connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(sql)) {
                if (!row.next()) {
                    throw new SQLException("no row");
                }
                return row.getLong(1);
            }
        });
    }
}
