package io.dateline.store;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.sql.Connection;

@AnalyzeClasses(packages = "io.dateline.store", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule NO_OTHER_SERVICE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.dateline.ingest..", "io.dateline.enrich..");

    @ArchTest
    static final ArchRule QUERIES_KNOW_NEITHER_WRITING_NOR_HTTP = noClasses()
            .that()
            .resideInAPackage("..store.query..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..store.write..",
                    "..store.stream..",
                    "..store.story..",
                    "..store.saved..",
                    "..store.deadletter..",
                    "..store.api..",
                    "..store.web..",
                    "..store.ops..");

    @ArchTest
    static final ArchRule WRITING_KNOWS_NO_READER = noClasses()
            .that()
            .resideInAPackage("..store.write..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..store.stream..",
                    "..store.story..",
                    "..store.saved..",
                    "..store.deadletter..",
                    "..store.api..",
                    "..store.web..",
                    "..store.ops..");

    @ArchTest
    static final ArchRule EXPORTS_KNOW_QUERIES_ONLY = noClasses()
            .that()
            .resideInAPackage("..store.export..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..store.write..", "..store.stream..", "..store.story..", "..store.ops..");

    @ArchTest
    static final ArchRule NOTHING_DEPENDS_ON_THE_EDGES = noClasses()
            .that()
            .resideOutsideOfPackages("..store.api..", "..store.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..store.api..", "..store.web..");

    @ArchTest
    static final ArchRule ONLY_THE_DATABASE_PACKAGES_SPEAK_SQL = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "..store.query..",
                    "..store.write..",
                    "..store.stream..",
                    "..store.story..",
                    "..store.saved..",
                    "..store.work..",
                    "..store.reprocess..",
                    "..store.sql..",
                    "..store.deadletter..",
                    "..store.ops..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.sql..");

    /** An Error within a transaction written by hand has the pool commit the half of it. */
    @ArchTest
    static final ArchRule TRANSACTIONS_ARE_THOSE_OF_ONE_CLASS = noClasses()
            .that()
            .resideOutsideOfPackages("..store.sql..", "..store.query..")
            .should()
            .callMethod(Connection.class, "setAutoCommit", boolean.class);

    @ArchTest
    static final ArchRule WORKING_KNOWS_NO_WORK = noClasses()
            .that()
            .resideInAPackage("..store.work..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.dateline.store..").and(resideOutsideOfPackage("..store.work..")));
}
