package io.dateline.ingest.access;

import io.dateline.testinfra.TestKeys;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A service that asks for keys, and answers thirty requests of one caller at once. */
public class ClosedDoor implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "dateline.access.keys-file", TestKeys.file().toString(),
                "dateline.access.requests-per-second", "1",
                "dateline.access.burst", "30");
    }
}
