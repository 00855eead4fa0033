package org.batchuploader.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.batchuploader", importOptions = ImportOption.DoNotIncludeTests.class)
class HexagonTest {
    @ArchTest
    static final ArchRule core_knows_no_adapter = noClasses()
            .that()
            .resideInAPackage("org.batchuploader.core..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.batchuploader.app..",
                    "org.batchuploader.ftp..",
                    "org.batchuploader.geonetwork..",
                    "org.batchuploader.geonode..",
                    "org.batchuploader.geoserver..",
                    "org.batchuploader.geotools..",
                    "org.batchuploader.jdbc..",
                    "org.batchuploader.postgis..",
                    "org.batchuploader.rabbitmq..",
                    "org.batchuploader.remote..");

    @ArchTest
    static final ArchRule adapters_never_see_each_other = slices().matching(
                    "org.batchuploader.(ftp|geonetwork|geonode|geoserver|geotools|jdbc|rabbitmq)..")
            .should()
            .notDependOnEachOther();

    /** So that they are of use to whoever wants no more than a client. */
    @ArchTest
    static final ArchRule clients_need_nothing_of_core = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.batchuploader.(geonetwork|geonode|geoserver).client..",
                    "org.batchuploader.geonetwork.iso..",
                    "org.batchuploader.remote",
                    "org.batchuploader.remote.style..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.batchuploader.core..");

    @ArchTest
    static final ArchRule only_the_app_knows_vertx = noClasses()
            .that()
            .resideOutsideOfPackage("org.batchuploader.app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.vertx..");
}
