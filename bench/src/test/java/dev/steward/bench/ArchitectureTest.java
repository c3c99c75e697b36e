package dev.steward.bench;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.steward.platform.testing.HouseRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    /// All but those about services: this one prints, and has no doors.
    @Test
    void followsTheRulesOfTheHouse() {
        var code =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.steward.bench");

        List.of(
                        HouseRules.PACKAGES_ARE_FEATURES,
                        HouseRules.NAMES_SAY_WHAT_IT_IS,
                        HouseRules.TIME_IS_INJECTED)
                .forEach(rule -> rule.check(code));
    }
}
