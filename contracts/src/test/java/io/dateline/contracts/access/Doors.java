package io.dateline.contracts.access;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Requests and settings to test with. */
final class Doors {
    private Doors() {}

    record Settings(
            Optional<Path> keysFile,
            boolean open,
            Optional<List<String>> hosts,
            OptionalInt requestsPerSecond,
            OptionalInt burst)
            implements AccessConfig {
        static final Settings NONE =
                new Settings(Optional.empty(), false, Optional.empty(), OptionalInt.empty(), OptionalInt.empty());

        Settings keys(Path file) {
            return new Settings(Optional.of(file), open, hosts, requestsPerSecond, burst);
        }

        Settings opened() {
            return new Settings(keysFile, true, hosts, requestsPerSecond, burst);
        }

        Settings named(String host) {
            return new Settings(keysFile, open, Optional.of(List.of(host)), requestsPerSecond, burst);
        }

        Settings limited(int perSecond, int atOnce) {
            return new Settings(keysFile, open, hosts, OptionalInt.of(perSecond), OptionalInt.of(atOnce));
        }
    }

    /** @param headers name, value, name, value */
    static AccessRequest request(String method, String path, String... headers) {
        return from("192.0.2.1", "localhost:8080", method, path, headers);
    }

    static AccessRequest from(String address, String authority, String method, String path, String... headers) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            map.put(headers[i], headers[i + 1]);
        }
        return new AccessRequest(method, path, authority, address, map::get);
    }

    static Origins origins(String... names) {
        return new Origins(Set.of(names));
    }
}
