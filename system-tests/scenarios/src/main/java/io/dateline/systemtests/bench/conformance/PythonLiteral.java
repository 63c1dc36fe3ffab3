package io.dateline.systemtests.bench.conformance;

import java.util.ArrayList;
import java.util.List;

/** The literals of Python that the test files use: strings, whole numbers, names, tuples and lists. */
record PythonLiteral(Object value, int end) {

    /** Null where the text is not one literal and nothing else. */
    static PythonLiteral parse(String text) {
        try {
            PythonLiteral literal = at(text.strip(), 0);
            return literal != null && literal.end == text.strip().length() ? literal : null;
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            // Not Python as we know it; the caller counts it among what it cannot compare.
            return null;
        }
    }

    private static PythonLiteral at(String text, int from) {
        int at = from;
        while (Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        char c = text.charAt(at);
        if (c == 'u' && (text.charAt(at + 1) == '\'' || text.charAt(at + 1) == '"')) {
            return string(text, at + 1);
        }
        if (c == '\'' || c == '"') {
            return string(text, at);
        }
        if (c == '(' || c == '[') {
            return list(text, at, c == '(' ? ')' : ']');
        }
        if (c == '-' || Character.isDigit(c)) {
            int end = at + 1;
            while (end < text.length() && Character.isDigit(text.charAt(end))) {
                end++;
            }
            return new PythonLiteral(Long.parseLong(text.substring(at, end)), end);
        }
        for (String name : List.of("None", "True", "False")) {
            if (text.startsWith(name, at)) {
                return new PythonLiteral(name.equals("None") ? null : name.equals("True"), at + name.length());
            }
        }
        return null;
    }

    private static PythonLiteral list(String text, int from, char close) {
        List<Object> items = new ArrayList<>();
        int at = from + 1;
        while (true) {
            while (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == ',') {
                at++;
            }
            if (text.charAt(at) == close) {
                return new PythonLiteral(items, at + 1);
            }
            PythonLiteral item = at(text, at);
            if (item == null) {
                return null;
            }
            items.add(item.value);
            at = item.end;
        }
    }

    /** Where the string that begins at {@code from} ends, its last quote included. */
    static int endOfString(String text, int from) {
        String quote = quote(text, from);
        int at = from + quote.length();
        while (at < text.length() && !text.startsWith(quote, at)) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(text.length(), at + quote.length());
    }

    private static String quote(String text, int from) {
        String triple = text.substring(from, from + 1).repeat(3);
        return text.startsWith(triple, from) ? triple : triple.substring(0, 1);
    }

    private static PythonLiteral string(String text, int from) {
        int length = quote(text, from).length();
        int end = endOfString(text, from);
        return new PythonLiteral(unescaped(text.substring(from + length, end - length)), end);
    }

    private static String unescaped(String raw) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '\\' || i + 1 == raw.length()) {
                out.append(c);
                continue;
            }
            char next = raw.charAt(++i);
            int digits = next == 'x' ? 2 : next == 'u' ? 4 : next == 'U' ? 8 : 0;
            if (digits > 0) {
                out.appendCodePoint(Integer.parseInt(raw.substring(i + 1, i + 1 + digits), 16));
                i += digits;
            } else {
                switch (next) {
                    case 'n' -> out.append('\n');
                    case 't' -> out.append('\t');
                    case 'r' -> out.append('\r');
                    case '\\', '\'', '"' -> out.append(next);
                    case '\n' -> {}
                    default -> out.append('\\').append(next);
                }
            }
        }
        return out.toString();
    }
}
