package io.dateline.contracts.message;

/** Why a record can never be processed. The code is stable: it stands in headers, metrics and on the ops page. */
public enum DeadLetterReason {
    /** The value is not JSON of the expected shape. */
    UNDECODABLE("undecodable"),
    /** {@code ce_type} is missing or of another family. */
    UNKNOWN_TYPE("unknown-type"),
    /** {@code ce_type} is of a major version this service does not know. */
    UNKNOWN_VERSION("unknown-version"),
    /** It decodes but breaks a rule of the contract. */
    INVALID("invalid"),
    /** It cannot be sent on within the size limit of a message. */
    TOO_LARGE("too-large"),
    /** A known (id, revision) came with another content hash. */
    REVISION_CONFLICT("revision-conflict"),
    /** A step failed on it in a way that trying again cannot mend. */
    ENRICHMENT_FAILED("enrichment-failed"),
    /** The store's database refuses the row, or writing it fails, and would again. */
    UNSTORABLE("unstorable");

    private final String code;

    DeadLetterReason(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
