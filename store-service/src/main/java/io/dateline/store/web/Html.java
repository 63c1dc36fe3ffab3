package io.dateline.store.web;

/** The media type of every page and fragment. */
final class Html {
    static final String UTF_8 = "text/html;charset=UTF-8";

    private Html() {}
}
