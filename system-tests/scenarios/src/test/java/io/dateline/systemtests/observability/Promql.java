package io.dateline.systemtests.observability;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a PromQL expression asks for. No parser: it knows the parts of the language that our rules and dashboards use.
 *
 * @param selectors every metric asked for, with its matchers
 * @param groupings every label named in {@code by}, {@code on} and their like
 */
record Promql(List<Selector> selectors, Set<String> groupings) {
    private static final Pattern GRAFANA_INTERVAL = Pattern.compile("\\$__\\w+");
    private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
    private static final Pattern GROUPING =
            Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");
    private static final Pattern WORD =
            Pattern.compile("(?<![\\w.:$])([a-zA-Z_:][\\w:]*)(?:\\{([^}]*)})?(?!\\s*\\()(?![\\w:])");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");
    private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool", "offset");

    static Promql of(String expression) {
        String text = RANGE.matcher(GRAFANA_INTERVAL.matcher(expression).replaceAll("5m"))
                .replaceAll("");
        Set<String> groupings = new TreeSet<>();
        Matcher grouping = GROUPING.matcher(text);
        while (grouping.find()) {
            groupings.addAll(List.of(grouping.group(1).trim().split("\\s*,\\s*")));
        }
        List<Selector> selectors = new ArrayList<>();
        Matcher word = WORD.matcher(GROUPING.matcher(text).replaceAll(""));
        while (word.find()) {
            if (!OPERATORS.contains(word.group(1))) {
                selectors.add(new Selector(word.group(1), matchers(word.group(2))));
            }
        }
        return new Promql(selectors, groupings);
    }

    private static List<LabelMatcher> matchers(String text) {
        List<LabelMatcher> matchers = new ArrayList<>();
        Matcher matcher = MATCHER.matcher(text == null ? "" : text);
        while (matcher.find()) {
            // A variable of a dashboard may stand for anything.
            String value = matcher.group(3).startsWith("$") ? ".*" : matcher.group(3);
            matchers.add(new LabelMatcher(matcher.group(1), matcher.group(2), value));
        }
        return matchers;
    }

    record Selector(String name, List<LabelMatcher> matchers) {}

    record LabelMatcher(String label, String operator, String value) {
        boolean accepts(String actual) {
            return switch (operator) {
                case "=" -> actual.equals(value);
                case "!=" -> !actual.equals(value);
                case "=~" -> actual.matches(value);
                default -> !actual.matches(value);
            };
        }
    }
}
