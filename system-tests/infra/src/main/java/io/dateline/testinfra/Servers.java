package io.dateline.testinfra;

/** A Kafka and a PostgreSQL to test on. */
interface Servers {
    String USER = "dateline";
    String PASSWORD = "only-for-tests";

    /** Returns when both answer. */
    void start();

    void stop();

    String kafkaBootstrap();

    String jdbcUrl();
}
