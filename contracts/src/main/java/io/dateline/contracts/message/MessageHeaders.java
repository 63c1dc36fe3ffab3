package io.dateline.contracts.message;

/** Header names. CloudEvents 1.0 binary mode, W3C trace context, and ours on dead letters. */
public final class MessageHeaders {
    public static final String CE_SPECVERSION = "ce_specversion";
    public static final String CE_ID = "ce_id";
    public static final String CE_SOURCE = "ce_source";
    public static final String CE_TYPE = "ce_type";
    public static final String CE_TIME = "ce_time";
    public static final String CE_SUBJECT = "ce_subject";
    public static final String CONTENT_TYPE = "content-type";
    public static final String TRACEPARENT = "traceparent";

    /** Of an enriched message: which raw record it was made of. */
    public static final String RAW_TOPIC = "dl_raw_topic";

    public static final String RAW_PARTITION = "dl_raw_partition";
    public static final String RAW_OFFSET = "dl_raw_offset";
    /** When the broker took the raw record, RFC 3339. */
    public static final String RAW_TIME = "dl_raw_time";

    /**
     * Number of the reprocessing a stored article is tagged anew for, decimal; on a raw message and on the enriched one made
     * of it. Such tags are kept beside those that are shown.
     */
    public static final String REPROCESSING = "dl_reprocessing";

    /** Every header of a dead letter starts so; a replay strips them all. */
    public static final String DEAD_LETTER_PREFIX = "dead-letter-";
    /** Stable code, see {@link DeadLetterReason}. */
    public static final String DEAD_LETTER_REASON = "dead-letter-reason";
    /** One sentence for a person; never article text. */
    public static final String DEAD_LETTER_DETAIL = "dead-letter-detail";

    public static final String DEAD_LETTER_SERVICE = "dead-letter-service";
    public static final String DEAD_LETTER_TOPIC = "dead-letter-topic";
    public static final String DEAD_LETTER_PARTITION = "dead-letter-partition";
    public static final String DEAD_LETTER_OFFSET = "dead-letter-offset";

    private MessageHeaders() {}
}
