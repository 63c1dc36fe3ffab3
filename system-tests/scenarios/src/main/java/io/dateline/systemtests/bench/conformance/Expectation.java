package io.dateline.systemtests.bench.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One condition of a test file's {@code Expect} line, which is a Python expression: conditions joined by {@code and}.
 *
 * @param written as it stands there
 * @param path    what is compared, such as {@code entries[0].title}; null where the condition is no comparison of one
 *                path with one literal
 * @param literal a String, Long, Boolean, List of them, or null for {@code None}
 */
record Expectation(String written, String path, Object literal) {
    private static final Pattern PATH =
            Pattern.compile("\\(?\\s*([a-z_]+(?:\\[\\d+]|\\['[^']+']|\\.[a-z_]+)*)\\s*==\\s*(.+?)\\)?", Pattern.DOTALL);

    /** Whether it is a plain {@code path == literal}. */
    boolean plain() {
        return path != null;
    }

    static List<Expectation> of(String expression) {
        List<Expectation> found = new ArrayList<>();
        for (String condition : conditions(expression.strip())) {
            found.add(one(condition));
        }
        return found;
    }

    private static Expectation one(String condition) {
        Matcher matcher = PATH.matcher(condition);
        if (matcher.matches()) {
            String right = matcher.group(2);
            boolean bracketed = condition.startsWith("(") && !right.startsWith("(");
            PythonLiteral literal = PythonLiteral.parse(bracketed || !condition.endsWith(")") ? right : right + ")");
            if (literal != null) {
                String path = matcher.group(1).replaceAll("\\['([^']+)']", ".$1");
                return new Expectation(condition, path, literal.value());
            }
        }
        return new Expectation(condition, null, null);
    }

    /** Splits at {@code and} outside quotes and brackets. */
    private static List<String> conditions(String expression) {
        List<String> found = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (c == '\'' || c == '"') {
                i = PythonLiteral.endOfString(expression, i) - 1;
            } else if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if (c == ')' || c == ']' || c == '}') {
                depth--;
            } else if (depth == 0 && expression.startsWith(" and ", i)) {
                found.add(expression.substring(begin, i).strip());
                begin = i + 5;
                i += 4;
            }
        }
        found.add(expression.substring(begin).strip());
        return found;
    }
}
