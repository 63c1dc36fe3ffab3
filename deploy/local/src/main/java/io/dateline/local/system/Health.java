package io.dateline.local.system;

import io.dateline.local.postgres.LocalPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Asks each part whether it works, each in its own protocol. */
public final class Health {
    private final PortPlan plan;
    private final String postgresPassword;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    public Health(PortPlan plan, String postgresPassword) {
        this.plan = plan;
        this.postgresPassword = postgresPassword;
    }

    /** {@code "ready"}, or what is wrong in a few words. */
    public String of(Part part) {
        return switch (part) {
            case KAFKA -> kafka();
            case POSTGRESQL -> postgres();
            case NEWSROOM -> get("http://127.0.0.1:" + plan.http(part) + "/");
            default -> get("http://127.0.0.1:" + plan.management(part) + "/q/health/ready");
        };
    }

    public static boolean ready(String health) {
        return health.equals("ready");
    }

    private String get(String url) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status == 200 ? "ready" : "not ready (status " + status + ")";
        } catch (IOException e) {
            return "no answer";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "no answer";
        }
    }

    private String kafka() {
        Map<String, Object> config = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + plan.http(Part.KAFKA),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 3_000);
        try (Admin admin = Admin.create(config)) {
            return admin.describeCluster().nodes().get(4, TimeUnit.SECONDS).isEmpty() ? "no broker" : "ready";
        } catch (ExecutionException | TimeoutException e) {
            return "no answer";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "no answer";
        }
    }

    private String postgres() {
        Properties properties = new Properties();
        properties.setProperty("user", LocalPostgres.USER);
        properties.setProperty("password", postgresPassword);
        properties.setProperty("connectTimeout", "3");
        properties.setProperty("socketTimeout", "3");
        String url = "jdbc:postgresql://127.0.0.1:" + plan.http(Part.POSTGRESQL) + "/" + LocalPostgres.DATABASE;
        try (var connection = DriverManager.getConnection(url, properties)) {
            return connection.isValid(2) ? "ready" : "no answer";
        } catch (SQLException e) {
            return "no answer (" + e.getSQLState() + ")";
        }
    }
}
