package io.dateline.contracts.access;

import java.util.function.UnaryOperator;

/**
 * What is looked at of a request.
 *
 * @param method    upper case
 * @param path      normalized, without the query
 * @param authority host and port the caller named, or null
 * @param address   the caller's, or the one a trusted proxy tells; never null
 * @param headers   the first value of a header, or null
 */
record AccessRequest(String method, String path, String authority, String address, UnaryOperator<String> headers) {
    String header(String name) {
        return headers.apply(name);
    }
}
