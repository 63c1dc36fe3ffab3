package io.dateline.ingest.bulk;

import java.util.Map;
import java.util.TreeMap;

/** How far an import is, counted by whoever runs it and written down as a whole after each batch. Not thread-safe. */
final class Progress {
    /** Offset of a file that is read to its end. */
    static final long END = Long.MAX_VALUE;

    /** File below the import's path; null before the first. */
    String file;

    /** Where to go on in it. */
    long offset;
    /** Of the record before that. */
    long record;

    long doneBytes;
    long accepted;
    long unchanged;
    long sightings;
    long skipped;
    final Map<String, Long> rejected = new TreeMap<>();
    long reportBytes;
    double busySeconds;

    void reject(String code) {
        rejected.merge(code, 1L, Long::sum);
    }

    void count(String outcome) {
        switch (outcome) {
            case "accepted" -> accepted++;
            case "unchanged" -> unchanged++;
            default -> sightings++;
        }
    }
}
