package io.dateline.systemtests.faults;

import io.dateline.contracts.Sha256;

/** Title and text of an article as one short string, by which what was sent is held against what is stored. */
final class Words {
    private Words() {}

    /** The same for texts that differ in white space alone, which ingest puts in order. */
    static String of(String title, String body) {
        String words = (title + '\n' + body).replaceAll("\\s+", " ").strip();
        return Sha256.hex(words, 32);
    }
}
