package io.dateline.enrich.pipeline;

/** Scores as they leave the service. */
public final class Scores {
    private Scores() {}

    /** Held to 0..1 and rounded to three decimals, so that they are the same text everywhere. */
    public static double round(double score) {
        return Math.round(Math.max(0, Math.min(1, score)) * 1000) / 1000.0;
    }
}
