package dev.steward.platform.testing;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/// What [HouseRules] asks of the code and ArchUnit has no words for.
final class HouseConditions {

    static final DescribedPredicate<JavaMethodCall> KEEPS_A_CONNECTION =
            DescribedPredicate.describe("it keeps a connection", HouseConditions::keepsAConnection);

    static final DescribedPredicate<JavaMethodCall> STARTS_A_THREAD =
            DescribedPredicate.describe(
                    "it starts a thread that nobody watches", HouseConditions::startsAThread);

    static final DescribedPredicate<JavaMethodCall> IS_A_NATIVE_QUERY =
            DescribedPredicate.describe(
                    "it is a native query of Hibernate",
                    call ->
                            Set.of("createNativeQuery", "createNativeMutationQuery")
                                    .contains(call.getName()));

    private HouseConditions() {}

    private static boolean keepsAConnection(JavaMethodCall call) {
        var owner = call.getTargetOwner();
        return switch (call.getName()) {
            case "getResultStream" -> true;
            case "doWork", "doReturningWork", "runWithConnection", "callWithConnection" -> true;
            case "stream", "streamAll" ->
                    owner.getPackageName().startsWith("io.quarkus.hibernate.orm.panache")
                            || owner.isAssignableTo(
                                    "io.quarkus.hibernate.orm.panache.PanacheRepositoryBase");
            default -> false;
        };
    }

    private static boolean startsAThread(JavaMethodCall call) {
        var owner = call.getTargetOwner();
        return switch (call.getName()) {
            case "start" ->
                    owner.isAssignableTo(Thread.class)
                            || owner.isAssignableTo(Thread.Builder.class);
            case "startVirtualThread" -> owner.isAssignableTo(Thread.class);
            case "execute" -> owner.isAssignableTo(Executor.class);
            case "scheduleAtFixedRate", "scheduleWithFixedDelay" ->
                    owner.isAssignableTo(ScheduledExecutorService.class);
            default -> false;
        };
    }

    static ArchCondition<JavaMethod> takeNoBodyThatIsReadAlready() {
        return new ArchCondition<>("take no body that is read already") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getParameters().stream()
                        .filter(HouseConditions::isABodyReadAlready)
                        .forEach(parameter ->
                                events.add(
                                        SimpleConditionEvent.violated(
                                                method,
                                                method.getFullName()
                                                        + " takes a "
                                                        + parameter.getRawType().getSimpleName())));
            }
        };
    }

    private static boolean isABodyReadAlready(JavaParameter parameter) {
        var readLate = Set.of("dev.steward.platform.web.body.Body", "java.io.InputStream");
        return !readLate.contains(parameter.getRawType().getName())
                && parameter.getAnnotations().stream()
                        .map(annotation -> annotation.getRawType().getPackageName())
                        .noneMatch(name -> name.startsWith("jakarta.ws.rs"));
    }

    static ArchCondition<JavaClass> haveAPublicField() {
        return new ArchCondition<>("have a public field") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getFields().stream()
                        .filter(field -> field.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                        .forEach(field ->
                                events.add(
                                        SimpleConditionEvent.satisfied(
                                                field, field.getFullName() + " is public")));
            }
        };
    }
}
