package io.dateline.store.saved;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A service that may send to receivers on this machine, and logs all it has to say. */
public class OwnNetwork implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "dateline.store.webhooks.allow-private", "true",
                "dateline.store.webhooks.allow-http", "true",
                "quarkus.log.category.\"io.dateline\".level", "DEBUG");
    }
}
