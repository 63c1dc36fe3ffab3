package io.dateline.store.write;

/** What may be told of an exception over an article: its message may quote the text. */
final class Fault {
    private Fault() {}

    /** Its kind and where it was thrown: {@code NullPointerException at TagRows.java:53}. */
    static String of(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        String at = trace.length == 0 ? "" : " at " + trace[0].getFileName() + ":" + trace[0].getLineNumber();
        return thrown.getClass().getSimpleName() + at;
    }
}
