package io.dateline.store.web;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.deadletter.GroupKey;
import io.dateline.store.deadletter.LetterId;
import io.dateline.store.deadletter.ReplayRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of the pages of dead letters. */
final class DeadPaths {
    static final String ALL = "/ops/dead-letters";

    private DeadPaths() {}

    static String group(GroupKey group) {
        return ALL + "/group?topic=" + encoded(group.topic()) + "&reason=" + encoded(group.reason())
                + (group.service() == null ? "" : "&service=" + encoded(group.service()))
                + (group.cause() == null ? "" : "&cause=" + encoded(group.cause()));
    }

    static String letter(LetterId id) {
        return ALL + "/" + id.path();
    }

    /** As a marked box of the form says it. */
    static ReplayRequest.Place place(String value) {
        String[] parts = value.split("/", -1);
        if (parts.length != 3 || !parts[1].matches("\\d{1,9}") || !parts[2].matches("\\d{1,18}")) {
            throw new ProblemException(ProblemCode.INVALID_PARAMETER, "Mark letters of the list.");
        }
        return new ReplayRequest.Place(parts[0], Integer.valueOf(parts[1]), Long.valueOf(parts[2]));
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
