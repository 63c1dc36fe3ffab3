package io.dateline.enrich;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.dateline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule aServiceSharesOnlyTheContracts = noClasses()
            .that()
            .resideInAPackage("io.dateline.enrich..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.dateline.ingest..", "io.dateline.store..");

    @ArchTest
    static final ArchRule capabilitiesFormNoCircle =
            slices().matching("io.dateline.enrich.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule stepsKnowNothingOfHowTheyAreFed = noClasses()
            .that()
            .resideInAnyPackage(
                    "..enrich.pipeline..",
                    "..enrich.language..",
                    "..enrich.dateline..",
                    "..enrich.entity..",
                    "..enrich.gazetteer..",
                    "..enrich.topic..",
                    "..enrich.date..",
                    "..enrich.event..",
                    "..enrich.quote..",
                    "..enrich.fingerprint..",
                    "..enrich.text..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..enrich.consume..",
                    "..enrich.api..",
                    "..enrich.ops..",
                    "..enrich.train..",
                    "..enrich.evaluate..",
                    "jakarta..",
                    "io.smallrye..",
                    "org.apache.kafka..");

    @ArchTest
    static final ArchRule servingNeedsNoTraining = noClasses()
            .that()
            .resideOutsideOfPackages("..enrich.train..", "..enrich.evaluate..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..enrich.train..", "..enrich.evaluate..");

    /** What is enriched is the same whenever it is enriched. */
    @ArchTest
    static final ArchRule stepsReadNoClock = noClasses()
            .that()
            .resideInAnyPackage(
                    "..enrich.pipeline..",
                    "..enrich.dateline..",
                    "..enrich.date..",
                    "..enrich.entity..",
                    "..enrich.event..",
                    "..enrich.quote..",
                    "..enrich.topic..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
