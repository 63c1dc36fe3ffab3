package io.dateline.contracts.message;

/** The {@code ce_type} of each message: a family and its major version. */
public enum MessageType {
    RAW_ARTICLE("io.dateline.article.raw", 1),
    ENRICHED_ARTICLE("io.dateline.article.enriched", 1),
    SIGHTING("io.dateline.article.sighting", 1);

    private final String family;
    private final int major;

    MessageType(String family, int major) {
        this.family = family;
        this.major = major;
    }

    /** As it stands in the {@code ce_type} header. */
    public String ceType() {
        return family + ".v" + major;
    }

    /** Whether a {@code ce_type} is of this family, whatever its version. */
    boolean sameFamily(String ceType) {
        return ceType.startsWith(family + ".v");
    }
}
