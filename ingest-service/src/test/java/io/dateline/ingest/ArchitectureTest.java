package io.dateline.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.dateline.ingest", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule CAPABILITIES_FORM_NO_CIRCLE =
            slices().matching("io.dateline.ingest.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_OTHER_SERVICE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.dateline.enrich..", "io.dateline.store..", "io.dateline.local..");

    @ArchTest
    static final ArchRule READING_KNOWS_NEITHER_WEB_NOR_DATABASE = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.dateline.ingest.parse..",
                    "io.dateline.ingest.extract..",
                    "io.dateline.ingest.text..",
                    "io.dateline.ingest.opml..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..",
                    "jakarta.ws.rs..",
                    "org.apache.kafka..",
                    "org.apache.hc..",
                    "io.dateline.ingest.identity..",
                    "io.dateline.ingest.publish..");

    @ArchTest
    static final ArchRule ONLY_PUBLISH_AND_STATUS_TALK_TO_KAFKA = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.dateline.ingest.publish..", "io.dateline.ingest.feed..", "io.dateline.ingest.ops..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "io.smallrye.reactive.messaging..");

    @ArchTest
    static final ArchRule ONLY_FETCH_OPENS_CONNECTIONS = noClasses()
            .that()
            .resideOutsideOfPackage("io.dateline.ingest.fetch..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.net\\.(Socket|URLConnection|http\\..*|InetAddress)|org\\.apache\\.hc\\..*");

    @ArchTest
    static final ArchRule TURNS_AND_HISTORY_FETCH_NOTHING = noClasses()
            .that()
            .resideInAnyPackage("io.dateline.ingest.host..", "io.dateline.ingest.history..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.dateline.ingest.fetch..", "io.dateline.ingest.parse..", "io.dateline.ingest.publish..");

    @ArchTest
    static final ArchRule PAGES_AND_HUBS_KNOW_NO_POLLING = noClasses()
            .that()
            .resideInAnyPackage("io.dateline.ingest.page..", "io.dateline.ingest.websub..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.dateline.ingest.poll..", "io.dateline.ingest.feed..");

    @ArchTest
    static final ArchRule ONLY_BULK_READS_WEB_ARCHIVES = noClasses()
            .that()
            .resideOutsideOfPackage("io.dateline.ingest.bulk..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.netpreserve..");

    @ArchTest
    static final ArchRule LIVE_COPY_KNOWS_NOTHING_OF_ARCHIVES = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.dateline.ingest.poll..",
                    "io.dateline.ingest.push..",
                    "io.dateline.ingest.publish..",
                    "io.dateline.ingest.files..",
                    "io.dateline.ingest.feed..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.dateline.ingest.bulk..");

    @ArchTest
    static final ArchRule THE_GRAMMAR_OF_WIRE_COPY_KNOWS_NO_DOCUMENTS = noClasses()
            .that()
            .resideInAPackage("io.dateline.ingest.parse.wire")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.dateline.ingest.parse");
}
