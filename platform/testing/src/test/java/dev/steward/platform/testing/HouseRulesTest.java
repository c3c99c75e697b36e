package dev.steward.platform.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.steward.platform.testing.offenders.ChattyResource;
import dev.steward.platform.testing.offenders.ClockReader;
import dev.steward.platform.testing.offenders.EagerResource;
import dev.steward.platform.testing.offenders.KeptConnection;
import dev.steward.platform.testing.offenders.LeakyEntityResource;
import dev.steward.platform.testing.offenders.NativeQuery;
import dev.steward.platform.testing.offenders.OpenEntity;
import dev.steward.platform.testing.offenders.OpenTap;
import dev.steward.platform.testing.offenders.OrderService;
import dev.steward.platform.testing.offenders.OwnStatements;
import dev.steward.platform.testing.offenders.OwnThread;
import dev.steward.platform.testing.offenders.PooledLoop;
import dev.steward.platform.testing.offenders.Printer;
import dev.steward.platform.testing.offenders.Streaming;
import dev.steward.platform.testing.offenders.WebSpeakingRule;
import dev.steward.platform.testing.offenders.util.Strings;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTest {

    static Stream<Arguments> offenders() {
        return Stream.of(
                Arguments.of(HouseRules.PACKAGES_ARE_FEATURES, Strings.class),
                Arguments.of(HouseRules.NAMES_SAY_WHAT_IT_IS, OrderService.class),
                Arguments.of(HouseRules.HTTP_STAYS_AT_THE_DOOR, WebSpeakingRule.class),
                Arguments.of(HouseRules.TRANSACTIONS_BELONG_TO_USE_CASES, ChattyResource.class),
                Arguments.of(HouseRules.RESOURCES_RUN_ON_VIRTUAL_THREADS, ChattyResource.class),
                Arguments.of(HouseRules.NO_MUTINY, Streaming.class),
                Arguments.of(HouseRules.ENTITIES_STAY_INSIDE, LeakyEntityResource.class),
                Arguments.of(HouseRules.NO_PUBLIC_FIELDS, OpenEntity.class),
                Arguments.of(HouseRules.TIME_IS_INJECTED, ClockReader.class),
                Arguments.of(HouseRules.NO_CONSOLE, Printer.class),
                Arguments.of(HouseRules.READS_GIVE_BACK, OpenTap.class),
                Arguments.of(HouseRules.READS_GIVE_BACK, KeptConnection.class),
                Arguments.of(HouseRules.TWO_WAYS_TO_THE_DATA, NativeQuery.class),
                Arguments.of(HouseRules.TWO_WAYS_TO_THE_DATA, OwnStatements.class),
                Arguments.of(HouseRules.BODIES_ARE_READ_AFTER_THE_RIGHTS, EagerResource.class),
                Arguments.of(HouseRules.THREADS_ARE_WATCHED, OwnThread.class),
                Arguments.of(HouseRules.THREADS_ARE_WATCHED, PooledLoop.class));
    }

    @ParameterizedTest
    @MethodSource("offenders")
    void rejectsItsOffender(ArchRule rule, Class<?> offender) {
        var code = new ClassFileImporter().importClasses(offender);
        assertThatThrownBy(() -> rule.check(code))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(offender.getSimpleName());
    }

    @Test
    void rejectsFeaturesThatNeedEachOther() {
        var code = new ClassFileImporter().importPackages("dev.steward.platform.testing.offenders");
        var rule = HouseRules.featuresHaveNoCycles("dev.steward.platform.testing.offenders");
        assertThatThrownBy(() -> rule.check(code)).hasMessageContaining("Cycle detected");
    }
}
