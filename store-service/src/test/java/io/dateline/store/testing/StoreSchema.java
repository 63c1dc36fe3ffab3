package io.dateline.store.testing;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.dateline.testinfra.TestInfra;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;

/** The store's tables in a schema of their own, on the real server. */
public final class StoreSchema {
    private StoreSchema() {}

    /** Migrated, with a pool of connections to it; {@code port} stands in for the server's where it is not 0. */
    public static AgroalDataSource create(String schema, int port) throws SQLException {
        TestInfra infra = TestInfra.get();
        Flyway.configure()
                .dataSource(infra.jdbcUrl(), infra.username(), infra.password())
                .schemas(schema)
                .defaultSchema(schema)
                .createSchemas(true)
                .load()
                .migrate();
        return pool(schema, port);
    }

    public static AgroalDataSource pool(String schema, int port) throws SQLException {
        return pool(schema, port, 10);
    }

    /** @param patience seconds a connection waits for an answer */
    public static AgroalDataSource pool(String schema, int port, int patience) throws SQLException {
        TestInfra infra = TestInfra.get();
        String url = port == 0 ? infra.jdbcUrl() : infra.jdbcUrl().replaceFirst(":\\d+/", ":" + port + "/");
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(4)
                        .acquisitionTimeout(Duration.ofSeconds(3))
                        // As Quarkus sets up the service's own pools: a broken connection does not go back.
                        .exceptionSorter(new PostgreSQLExceptionSorter())
                        .connectionValidator(AgroalConnectionPoolConfiguration.ConnectionValidator.defaultValidator())
                        .idleValidationTimeout(Duration.ofMillis(500))
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url + "?currentSchema=" + schema
                                        + "&connectTimeout=2&socketTimeout=" + patience)
                                .principal(new NamePrincipal(infra.username()))
                                .credential(new SimplePassword(infra.password())))));
    }

    /** Rows as text, columns joined with a blank. */
    public static List<String> rows(AgroalDataSource pool, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                StringBuilder row = new StringBuilder(String.valueOf(result.getString(1)));
                for (int i = 2; i <= columns; i++) {
                    row.append(' ').append(result.getString(i));
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }
}
