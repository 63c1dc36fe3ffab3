package io.dateline.local.cli;

import io.dateline.local.postgres.LocalPostgres;
import io.dateline.local.state.StateFolder;
import io.dateline.local.system.Part;
import io.dateline.local.system.PortPlan;
import io.dateline.local.system.Progress;
import java.util.List;

/** What to open and where to look, once all is ready. */
final class Welcome {
    private Welcome() {}

    static void print(Progress progress, PortPlan plan, StateFolder state, List<Part> parts) {
        progress.say("Dateline is ready");
        progress.plain("");
        if (parts.contains(Part.STORE)) {
            String store = "http://127.0.0.1:" + plan.http(Part.STORE);
            progress.plain("  newest articles  " + store + "/");
            progress.plain("  operation        " + store + "/ops");
            progress.plain("  API              " + store + "/api/articles   described at " + store + "/q/swagger-ui");
        }
        if (parts.contains(Part.INGEST)) {
            progress.plain("  push an article  http://127.0.0.1:" + plan.http(Part.INGEST) + "/api/articles");
        }
        if (parts.contains(Part.ENRICH)) {
            progress.plain("  tag a text       http://127.0.0.1:" + plan.http(Part.ENRICH) + "/api/enrich");
        }
        if (parts.contains(Part.INGEST)) {
            progress.plain("  drop wire files  " + state.incoming());
            progress.plain("  import archives  deploy/import PATH");
        }
        if (parts.contains(Part.NEWSROOM)) {
            progress.plain("  sample newsroom  http://127.0.0.1:" + plan.http(Part.NEWSROOM) + "/");
        }
        progress.plain("  Kafka            127.0.0.1:" + plan.http(Part.KAFKA));
        progress.plain("  PostgreSQL       jdbc:postgresql://127.0.0.1:" + plan.http(Part.POSTGRESQL) + "/"
                + LocalPostgres.DATABASE + "  user " + LocalPostgres.USER + ", password in "
                + state.root().resolve("secrets"));
        if (parts.stream().noneMatch(Part::service)) {
            progress.plain("  one service      QUARKUS_CONFIG_LOCATIONS=" + state.developmentFile()
                    + " mvn compile quarkus:dev -pl store-service -am");
        }
        if (state.keys().exist()) {
            progress.plain("  keys             are asked for: deploy/keys");
        }
        progress.plain("  logs             " + state.root().resolve("logs"));
        progress.plain("");
        progress.plain("Ctrl-C or deploy/down stops it; the data stays for the next deploy/up.");
    }
}
