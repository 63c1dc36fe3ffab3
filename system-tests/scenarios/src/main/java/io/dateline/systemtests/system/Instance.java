package io.dateline.systemtests.system;

/**
 * One running instance of a service.
 *
 * @param port           of its API
 * @param managementPort of health and metrics
 */
public record Instance(int port, int managementPort) {
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public String readyUrl() {
        return "http://127.0.0.1:" + managementPort + "/q/health/ready";
    }

    public String liveUrl() {
        return "http://127.0.0.1:" + managementPort + "/q/health/live";
    }

    public String metricsUrl() {
        return "http://127.0.0.1:" + managementPort + "/q/metrics";
    }

    /** Articles it has brought to an outcome since it started, as its metrics tell. */
    public double articles(Http http, String outcome) {
        return http.get("http://127.0.0.1:" + managementPort + "/q/metrics")
                .body()
                .lines()
                .filter(line ->
                        line.startsWith("dateline_articles_total") && line.contains("outcome=\"" + outcome + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
