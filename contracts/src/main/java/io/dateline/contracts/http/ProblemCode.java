package io.dateline.contracts.http;

/** Every problem a Dateline service answers with. Codes are stable; titles may be reworded. */
public enum ProblemCode {
    INVALID_PARAMETER(400, "invalid-parameter", "A parameter is not valid"),
    UNKNOWN_PARAMETER(400, "unknown-parameter", "A parameter is not known here"),
    INVALID_CURSOR(400, "invalid-cursor", "The cursor is not one of this query"),
    MALFORMED_JSON(400, "malformed-json", "The body is not well-formed JSON"),
    MALFORMED_DOCUMENT(422, "malformed-document", "The document cannot be read"),
    INVALID_ARTICLE(422, "invalid-article", "The article breaks a rule"),
    INVALID_FEED(422, "invalid-feed", "The feed breaks a rule"),
    INVALID_IMPORT(422, "invalid-import", "The import breaks a rule"),
    INVALID_SAVED_QUERY(422, "invalid-saved-query", "The saved query breaks a rule"),
    INVALID_REPLAY(422, "invalid-replay", "The replay breaks a rule"),
    ADDRESS_NOT_ALLOWED(422, "address-not-allowed", "The address may not be fetched"),
    FETCH_FAILED(502, "fetch-failed", "The address could not be fetched"),
    UNAUTHORIZED(401, "unauthorized", "A key is needed"),
    FORBIDDEN(403, "forbidden", "This is not allowed to the caller"),
    CROSS_SITE(403, "cross-site", "The request was made by another site"),
    NOT_FOUND(404, "not-found", "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "This method is not allowed here"),
    NOT_ACCEPTABLE(406, "not-acceptable", "None of the accepted media types can be answered"),
    FEED_EXISTS(409, "feed-exists", "A feed with this address exists"),
    IMPORT_OVER(409, "import-over", "The import is over"),
    TOO_MANY_SAVED_QUERIES(409, "too-many-saved-queries", "There is no room for another saved query"),
    TOO_MANY_REPLAYS(409, "too-many-replays", "The dead letter was put back too often"),
    NO_WEBHOOK(409, "no-webhook", "The saved query has no webhook"),
    WEBHOOK_PARKED(409, "webhook-parked", "The webhook is parked"),
    NOT_NOW(409, "not-now", "This cannot be done in the state it is in"),
    CURSOR_EXPIRED(410, "cursor-expired", "The cursor points before what is kept"),
    WITHDRAWN(410, "withdrawn", "The article was withdrawn by its owner"),
    ERASED(410, "erased", "The article was erased"),
    EXPIRED(410, "expired", "The article is older than what is kept"),
    TOO_LARGE(413, "too-large", "The content is larger than the limit"),
    UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "This media type cannot be read"),
    TOO_MANY_REQUESTS(429, "too-many-requests", "Too many requests"),
    TOO_MANY_CLIENTS(503, "too-many-clients", "Too many clients are served at once"),
    BROKER_UNAVAILABLE(503, "broker-unavailable", "Kafka did not acknowledge in time"),
    STORE_UNAVAILABLE(503, "store-unavailable", "The database cannot be reached"),
    QUERY_TIMEOUT(503, "query-timeout", "The query took too long"),
    INTERNAL(500, "internal", "Something failed on our side");

    private final int status;
    private final String code;
    private final String title;

    ProblemCode(int status, String code, String title) {
        this.status = status;
        this.code = code;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }
}
