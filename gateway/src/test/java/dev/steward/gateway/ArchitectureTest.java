package dev.steward.gateway;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    /// Libraries that parse untrusted bytes first; the parent pom has the reason.
    private static final List<String> CLOSE_KNOWN_HOLES =
            List.of(
                    "netty-codec-http-4.1.139.Final.jar",
                    "netty-common-4.1.139.Final.jar",
                    "vertx-core-4.5.30.jar",
                    "vertx-web-4.5.30.jar",
                    "vertx-http-proxy-4.5.30.jar",
                    "quarkus-vertx-http-3.33.2.1.jar",
                    "jackson-core-2.21.7.jar",
                    "jackson-databind-2.21.7.jar",
                    "caffeine-3.2.4.jar");

    @Test
    void featuresHaveNoCycles() {
        var code =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.steward.gateway");
        slices().matching("dev.steward.gateway.(*)..").should().beFreeOfCycles().check(code);
    }

    @Test
    void runsOnTheVersionsThatCloseKnownHoles() {
        var path =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        assertThat(Arrays.stream(path.split(File.pathSeparator)))
                .map(entry -> Path.of(entry).getFileName().toString())
                .containsAll(CLOSE_KNOWN_HOLES);
    }
}
