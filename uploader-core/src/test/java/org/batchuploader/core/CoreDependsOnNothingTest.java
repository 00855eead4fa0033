package org.batchuploader.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

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

    @ArchTest
    static final ArchRule domain_records_know_no_machinery = noClasses()
            .that()
            .resideInAnyPackage(
                    "..core.inspect..", "..core.bundle..", "..core.name..", "..core.id..", "..core.staging..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..core.pipeline..", "..core.desk..", "..core.intake..", "..core.memory..");
}
