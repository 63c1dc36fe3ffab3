package io.dateline.enrich.event;

/**
 * What must follow a verb to make it an act.
 *
 * @param op   never null
 * @param code CAMEO code of {@link Op#ACT}, else null
 * @param rest elements after the verb; often none
 */
record Phrase(Op op, String code, Element[] rest) {
    /** How much it asks for: nouns most, then particles, then just anybody. */
    int weight() {
        int weight = 0;
        for (Element element : rest) {
            weight += element.isSomebody() ? 1 : element.close() ? 2 : element.noun() != null ? 3 : 4;
        }
        return weight;
    }

    /**
     * One element.
     *
     * @param word   hash of the word, or 0
     * @param plural hash of its plural, or 0
     * @param noun   beginning of the CAMEO code a noun must have, or null; with {@code word} 0 and no noun, somebody named
     * @param close  whether it must follow within three words
     * @param adheres whether it must follow at once
     */
    record Element(long word, long plural, String noun, boolean close, boolean adheres) {
        boolean isSomebody() {
            return word == 0 && noun == null;
        }
    }
}
