package io.dateline.store.query;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The filters of a query as parameters of an address. In one order and spelling, so that one question has one text.
 */
public final class QueryText {
    private QueryText() {}

    /**
     * The canonical text of one that was typed or copied from an address.
     *
     * @param text with or without the leading {@code ?}
     * @throws io.dateline.contracts.http.ProblemException {@code invalid-parameter}
     */
    public static String canonical(String text) {
        Map<String, List<String>> parameters = new TreeMap<>();
        parameters(text).forEach((name, values) -> {
            List<String> kept = values.stream()
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .distinct()
                    .sorted()
                    .toList();
            if (!kept.isEmpty()) {
                parameters.put(name, kept);
            }
        });
        // It is asked of every change.
        ArticleQueryParser.parseFollowed(parameters, Set.of());
        return parameters.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(value -> encode(entry.getKey()) + "=" + encode(value)))
                .collect(Collectors.joining("&"));
    }

    /** @throws io.dateline.contracts.http.ProblemException {@code invalid-parameter} */
    public static ArticleQuery parse(String canonical) {
        return ArticleQueryParser.parseFilters(parameters(canonical), Set.of());
    }

    private static Map<String, List<String>> parameters(String text) {
        Map<String, List<String>> parameters = new TreeMap<>();
        String plain = text.startsWith("?") ? text.substring(1) : text;
        for (String pair : plain.split("&")) {
            if (!pair.isBlank()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                parameters
                        .computeIfAbsent(decode(name), unseen -> new ArrayList<>())
                        .add(decode(value));
            }
        }
        return parameters;
    }

    /** What is no percent-encoding stands for itself: people type it. */
    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
