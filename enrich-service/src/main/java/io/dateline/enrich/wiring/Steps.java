package io.dateline.enrich.wiring;

import io.dateline.enrich.date.DateStep;
import io.dateline.enrich.dateline.DatelineStep;
import io.dateline.enrich.entity.EntityStep;
import io.dateline.enrich.entity.Lexica;
import io.dateline.enrich.entity.Tagger;
import io.dateline.enrich.entity.TaggerModel;
import io.dateline.enrich.event.EventStep;
import io.dateline.enrich.fingerprint.FingerprintStep;
import io.dateline.enrich.gazetteer.Gazetteer;
import io.dateline.enrich.gazetteer.GazetteerFiles;
import io.dateline.enrich.language.LanguageStep;
import io.dateline.enrich.pipeline.Pipeline;
import io.dateline.enrich.pipeline.Step;
import io.dateline.enrich.quote.QuoteStep;
import io.dateline.enrich.text.ModelFiles;
import io.dateline.enrich.topic.TopicStep;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** All steps in the order they run: later ones read what earlier ones found. A new step is added here. */
public final class Steps {
    private Steps() {}

    /**
     * The pipeline without the steps that are switched off.
     *
     * @throws ModelFiles.Unusable      where a model file is missing or damaged, even of a step that is off
     * @throws IllegalArgumentException where there is no step of a name that is switched off
     */
    public static Pipeline pipeline(ModelFiles files, Set<String> off) {
        List<Step> all = all(files);
        Set<String> unknown = new LinkedHashSet<>(off);
        all.forEach(step -> unknown.remove(step.name()));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("there is no step " + String.join(", ", unknown) + " to switch off");
        }
        return new Pipeline(
                all.stream().filter(step -> !off.contains(step.name())).toList(), files);
    }

    /** The files are read side by side: it is most of the time the service takes to start. */
    private static List<Step> all(ModelFiles files) {
        CompletableFuture<TaggerModel> model = CompletableFuture.supplyAsync(() -> TaggerModel.load(files));
        CompletableFuture<Lexica> lexica = CompletableFuture.supplyAsync(() -> Lexica.load(files));
        CompletableFuture<TopicStep> topics = CompletableFuture.supplyAsync(() -> new TopicStep(files));
        CompletableFuture<LanguageStep> languages = CompletableFuture.supplyAsync(() -> new LanguageStep(files));
        Gazetteer gazetteer = GazetteerFiles.load(files);
        return List.of(
                loaded(languages),
                new DatelineStep(gazetteer),
                new DateStep(),
                new EntityStep(new Tagger(loaded(model), loaded(lexica), gazetteer), gazetteer),
                loaded(topics),
                new EventStep(files, gazetteer),
                new QuoteStep(),
                new FingerprintStep());
    }

    private static <T> T loaded(CompletableFuture<T> loading) {
        try {
            return loading.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
