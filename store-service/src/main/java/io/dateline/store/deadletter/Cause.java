package io.dateline.store.deadletter;

import java.util.regex.Pattern;

/** Details of dead letters, told alike where they differ only in which article and which part of it they are about. */
final class Cause {
    private static final int LENGTH = 200;
    private static final Pattern ARTICLE = Pattern.compile("\\b[a-z]{2,8}-[0-9a-f]{32}\\b");
    /** {@code entity 3 is incomplete}, {@code revision 2 is stored}; but neither SQLSTATE 22021 nor 0 to 9999. */
    private static final Pattern COUNTED =
            Pattern.compile("\\b(entity|topic|event|quote|date|revision|partition|offset) \\d+");

    private Cause() {}

    /** Null for null; at most 200 characters. */
    static String of(String detail) {
        if (detail == null) {
            return null;
        }
        String shape = COUNTED.matcher(ARTICLE.matcher(detail).replaceAll("ID")).replaceAll("$1 N");
        return shape.length() > LENGTH ? shape.substring(0, LENGTH) : shape;
    }
}
