package io.dateline.enrich.pipeline;

import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.enriched.Enrichment;
import io.dateline.contracts.enriched.EvidenceRules;
import io.dateline.enrich.text.ModelFiles;
import java.util.List;

/** Runs the steps over an article. Thread-safe; same article, same version, same result. */
public final class Pipeline {
    private final List<Step> steps;
    private final Enrichment enrichment;

    /** @param steps in the order they run; the version covers them, their order and their files */
    public Pipeline(List<Step> steps, ModelFiles files) {
        this.steps = List.copyOf(steps);
        this.enrichment = new Enrichment(
                EnrichmentVersion.of(this.steps, files),
                this.steps.stream().map(Step::by).toList());
    }

    public Enrichment enrichment() {
        return enrichment;
    }

    /** @throws EnrichmentFailed where a step fails on this article or breaks a rule of evidence: a bug, never transient */
    public EnrichedArticle enrich(RawArticle article) {
        return enrich(article, Explain.NOTHING);
    }

    /**
     * The same tags, and why.
     *
     * @param explain is told the rules that fired and the senses that were rejected; changes nothing of the result
     * @throws EnrichmentFailed as {@link #enrich(RawArticle)}
     */
    public EnrichedArticle enrich(RawArticle article, Explain explain) {
        String at = "reading the text";
        try {
            Tags tags = new Tags(explain);
            Document document = Document.of(article);
            for (Step step : steps) {
                at = "step " + step.by();
                step.run(document, tags);
            }
            at = "the rules of evidence";
            return checked(article, tags);
        } catch (EnrichmentFailed e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            // Whatever it is, it is this article's alone.
            throw new EnrichmentFailed(at + ": " + e.getClass().getSimpleName(), e);
        }
    }

    private EnrichedArticle checked(RawArticle article, Tags tags) {
        EnrichedArticle enriched = new EnrichedArticle(
                article,
                tags.language(),
                tags.dateline(),
                tags.entities(),
                tags.topics(),
                tags.events(),
                tags.quotes(),
                tags.dates(),
                tags.fingerprint(),
                new Enrichment(enrichment.version(), enrichment.steps(), tags.unsupported()));
        List<String> violations = EvidenceRules.violations(enriched);
        if (!violations.isEmpty()) {
            throw new EnrichmentFailed(violations.get(0), null);
        }
        return enriched;
    }

    /** A step failed on an article; trying again would fail again. The message never quotes the article. */
    public static final class EnrichmentFailed extends RuntimeException {
        EnrichmentFailed(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
