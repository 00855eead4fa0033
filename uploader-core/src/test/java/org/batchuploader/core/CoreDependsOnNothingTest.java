package org.batchuploader.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.batchuploader.core", importOptions = ImportOption.DoNotIncludeTests.class)
class CoreDependsOnNothingTest {
    @ArchTest
    static final ArchRule core_knows_only_the_jdk_slf4j_and_jspecify = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.batchuploader.core..",
                    "java..",
                    "javax.xml..",
                    "javax.crypto..",
                    "org.slf4j..",
                    "org.jspecify..");

    /** So a room can be understood with the rooms below it, and nothing else. */
    @ArchTest
    static final ArchRule no_room_stands_above_and_below_another =
            slices().matching("org.batchuploader.core.(*)..").should().beFreeOfCycles();
}
