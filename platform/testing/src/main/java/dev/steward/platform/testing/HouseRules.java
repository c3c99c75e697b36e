package dev.steward.platform.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/// The rules of the house, for one architecture test per service. Each has a planted offender in
/// this module's tests that it must reject.
public final class HouseRules {

    /// "Open a service and see the business": no technical layers as packages.
    public static final ArchRule PACKAGES_ARE_FEATURES =
            noClasses()
                    .should()
                    .resideInAnyPackage(
                            "..controller..",
                            "..service..",
                            "..dto..",
                            "..impl..",
                            "..util..",
                            "..common..",
                            "..helper..",
                            "..base..",
                            "..entity..",
                            "..repository..",
                            "..mapper..")
                    .allowEmptyShould(true)
                    .as("packages are features, not layers");

    public static final ArchRule NAMES_SAY_WHAT_IT_IS =
            noClasses()
                    .should()
                    .haveNameMatching(
                            ".*(Service|Manager|Helper|Util|Utils|Impl|Dto|DTO|Entity|Repository|Controller|Mapper|Exception)$")
                    .allowEmptyShould(true)
                    .as("a class is named after what it is in the business (refusals are facts)");

    /// HTTP and Kafka are known to resources and consumers only.
    public static final ArchRule HTTP_STAYS_AT_THE_DOOR =
            noClasses()
                    .that()
                    .haveSimpleNameNotEndingWith("Resource")
                    .and()
                    .haveNameNotMatching(
                            ".*(Resource\\$|openapi|Document|View|Mechanism|Filter|Problem).*")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("jakarta.ws.rs..")
                    .allowEmptyShould(true)
                    .as("only resources speak HTTP");

    public static final ArchRule TRANSACTIONS_BELONG_TO_USE_CASES =
            methods()
                    .that()
                    .areDeclaredInClassesThat()
                    .haveSimpleNameEndingWith("Resource")
                    .should()
                    .notBeAnnotatedWith("jakarta.transaction.Transactional")
                    .allowEmptyShould(true)
                    .as("a resource opens no transaction: a plain read would pay for it");

    public static final ArchRule RESOURCES_RUN_ON_VIRTUAL_THREADS =
            classes()
                    .that()
                    .haveSimpleNameEndingWith("Resource")
                    .should()
                    .beAnnotatedWith("io.smallrye.common.annotation.RunOnVirtualThread")
                    .allowEmptyShould(true)
                    .as("resources are blocking code on virtual threads");

    public static final ArchRule NO_MUTINY =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.reactivestreams..")
                    .orShould()
                    .dependOnClassesThat()
                    .haveNameMatching("io\\.smallrye\\.mutiny\\.Multi")
                    .allowEmptyShould(true)
                    .as("plain blocking code in the business");

    public static final ArchRule ENTITIES_STAY_INSIDE =
            methods()
                    .that()
                    .areDeclaredInClassesThat()
                    .haveSimpleNameEndingWith("Resource")
                    .and()
                    .arePublic()
                    .should()
                    .notHaveRawReturnType(
                            DescribedPredicate.describe(
                                    "an entity",
                                    type -> type.isAnnotatedWith("jakarta.persistence.Entity")))
                    .allowEmptyShould(true)
                    .as("Jackson never sees an entity");

    public static final ArchRule NO_PUBLIC_FIELDS =
            noClasses()
                    .that()
                    .areAnnotatedWith("jakarta.persistence.Entity")
                    .should(HouseConditions.haveAPublicField())
                    .allowEmptyShould(true)
                    .as("an entity's state is its own");

    public static final ArchRule TIME_IS_INJECTED =
            noClasses()
                    .should()
                    .callMethod(java.time.Instant.class, "now")
                    .orShould()
                    .callMethod(java.time.LocalDate.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .allowEmptyShould(true)
                    .as("time comes from the injected clock");

    public static final ArchRule NO_CONSOLE =
            noClasses()
                    .should()
                    .accessField(System.class, "out")
                    .orShould()
                    .accessField(System.class, "err")
                    .allowEmptyShould(true)
                    .as("a service logs, it does not print");

    /// An open stream of results keeps its connection, and so does a session that was asked for its
    /// own; the request then waits for a second one: as many of them as the pool is large wait for
    /// each other.
    public static final ArchRule READS_GIVE_BACK =
            noClasses()
                    .should()
                    .callMethodWhere(HouseConditions.KEEPS_A_CONNECTION)
                    .allowEmptyShould(true)
                    .as("a read gives its connection back: no stream of results, no session's own");

    /// Entities for aggregates, and SQL with `platform.database.Database`. A native query of
    /// Hibernate is a new key of its plan cache at every call, which then is searched in vain.
    public static final ArchRule TWO_WAYS_TO_THE_DATA =
            noClasses()
                    .should()
                    .callMethodWhere(HouseConditions.IS_A_NATIVE_QUERY)
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("javax.sql.DataSource")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.sql.PreparedStatement")
                    .allowEmptyShould(true)
                    .as("data are reached by entities or by Database, and by nothing third");

    /// What somebody without the right sends must not be parsed: it may be large on purpose.
    public static final ArchRule BODIES_ARE_READ_AFTER_THE_RIGHTS =
            methods()
                    .that()
                    .areDeclaredInClassesThat()
                    .haveSimpleNameEndingWith("Resource")
                    .and()
                    .areMetaAnnotatedWith("jakarta.ws.rs.HttpMethod")
                    .should(HouseConditions.takeNoBodyThatIsReadAlready())
                    .allowEmptyShould(true)
                    .as("a resource takes Body<T>, and reads it once it knows the caller's rights");

    /// What escapes a thread of one's own ends that thread, and its work is missed by nobody. A
    /// pool is another matter where somebody waits for the result, and so for the failure.
    public static final ArchRule THREADS_ARE_WATCHED =
            noClasses()
                    .should()
                    .callMethodWhere(HouseConditions.STARTS_A_THREAD)
                    .allowEmptyShould(true)
                    .as("threads are started through BackgroundThreads");

    private static final List<ArchRule> ALL =
            List.of(
                    PACKAGES_ARE_FEATURES,
                    NAMES_SAY_WHAT_IT_IS,
                    HTTP_STAYS_AT_THE_DOOR,
                    TRANSACTIONS_BELONG_TO_USE_CASES,
                    RESOURCES_RUN_ON_VIRTUAL_THREADS,
                    NO_MUTINY,
                    ENTITIES_STAY_INSIDE,
                    NO_PUBLIC_FIELDS,
                    TIME_IS_INJECTED,
                    NO_CONSOLE,
                    READS_GIVE_BACK,
                    TWO_WAYS_TO_THE_DATA,
                    BODIES_ARE_READ_AFTER_THE_RIGHTS,
                    THREADS_ARE_WATCHED);

    private HouseRules() {}

    /// Checks the production code of a package and those below it.
    ///
    /// @throws AssertionError naming the first broken rule and its offenders
    public static void check(String rootPackage) {
        var code =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(rootPackage);
        ALL.forEach(rule -> rule.check(code));
        featuresHaveNoCycles(rootPackage).check(code);
    }

    static ArchRule featuresHaveNoCycles(String rootPackage) {
        return slices().matching(rootPackage + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true);
    }

    static void check(ArchRule rule, JavaClasses code) {
        rule.check(code);
    }
}
