package dev.steward.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesTest {

    private static final String BASE = "k8s/base/";
    private static final String SECRET = "steward-secrets";

    private final JsonNode common = Repository.yaml(BASE + "every-application.yaml");

    static Stream<Application> applications() {
        return Application.all().stream();
    }

    static Stream<Application> services() {
        return Application.services().stream();
    }

    @ParameterizedTest
    @ValueSource(strings = {BASE, Backing.FOLDER})
    void everyFileIsPartOfTheKustomization(String folder) throws IOException {
        var kustomization = Repository.yaml(folder + "kustomization.yaml");
        var named = new TreeSet<String>();
        kustomization.path("resources").forEach(file -> named.add(file.asText()));
        kustomization.path("patches").forEach(patch -> named.add(patch.path("path").asText()));
        named.removeIf(file -> file.startsWith("../"));
        try (var files = Files.list(Repository.file(folder))) {
            assertThat(
                            files.map(file -> file.getFileName().toString())
                                    .filter(file -> file.endsWith(".yaml"))
                                    .filter(file ->
                                            !file.equals("kustomization.yaml")
                                                    && !file.contains(".example.")))
                    .containsExactlyInAnyOrderElementsOf(named);
        }
    }

    @ParameterizedTest
    @MethodSource("applications")
    void setsOnlyWhatTheApplicationReads(Application application) {
        assertThat(application.variables()).containsAll(environment(application).keySet());
    }

    /// The gateway shares the configuration of the services and has no use for some of it.
    @Test
    void everySettingOfTheConfigurationIsReadBySomebody() {
        var read = new TreeSet<String>();
        applications().forEach(application -> read.addAll(application.variables()));
        assertThat(read).containsAll(Kustomization.configuration().keySet());
    }

    @ParameterizedTest
    @MethodSource("applications")
    void listensWhereTheApplicationDoesOnItsOwn(Application application) {
        assertThat(environment(application))
                .containsEntry("QUARKUS_HTTP_PORT", String.valueOf(application.port()))
                .containsEntry(
                        "QUARKUS_MANAGEMENT_PORT", String.valueOf(application.managementPort()));
        assertThat(container(application).path("ports"))
                .extracting(port ->
                        port.path("name").asText() + " " + port.path("containerPort").asInt())
                .containsExactly(
                        "http " + application.port(), "management " + application.managementPort());
    }

    @ParameterizedTest
    @MethodSource("applications")
    void aServiceOffersTheHttpPortOnly(Application application) {
        var service = resource(application, "Service");
        assertThat(service.at("/metadata/name").asText()).isEqualTo(application.name());
        assertThat(service.at("/spec/ports"))
                .extracting(
                        port -> port.path("targetPort").asText() + " " + port.path("port").asInt())
                .containsExactly("http " + application.port());
    }

    @ParameterizedTest
    @MethodSource("services")
    void givesEachServiceItsOwnDatabaseAndRoles(Application service) {
        var database = service.publisher();
        var prefix = "secret " + SECRET + " STEWARD_" + database.toUpperCase(Locale.ROOT);
        assertThat(environment(service))
                .containsEntry("STEWARD_DB_URL", "jdbc:postgresql://postgres:5432/" + database)
                .containsEntry("STEWARD_DB_USER", database + "_app")
                .containsEntry("STEWARD_DB_OWNER", database + "_owner")
                .containsEntry("STEWARD_DB_PASSWORD", prefix + "_APP_PASSWORD")
                .containsEntry("STEWARD_DB_OWNER_PASSWORD", prefix + "_OWNER_PASSWORD");
    }

    @ParameterizedTest
    @MethodSource("services")
    void tellsTheGatewayWhereTheServicesAre(Application service) {
        assertThat(environment(Application.named("gateway")))
                .containsEntry(
                        "STEWARD_" + service.publisher().toUpperCase(Locale.ROOT) + "_URL",
                        "http://" + service.name() + ":" + service.port());
    }

    @Test
    void theExamplesHaveEveryKeyThatIsAskedFor() {
        var asked = new TreeSet<String>();
        Stream.concat(
                        services().map(service -> BASE + service.name() + ".yaml"),
                        Stream.of(Backing.FOLDER + "postgres.yaml", Backing.FOLDER + "oidc.yaml"))
                .flatMap(file -> Repository.documents(file).stream())
                .forEach(document ->
                        document.findValues("secretKeyRef")
                                .forEach(reference -> asked.add(reference.path("key").asText())));
        var base = names(Repository.yaml(BASE + "secret.example.yaml").path("stringData"));
        var selfContained =
                Stream.of(Repository.text(Backing.FOLDER + "secrets.example.env").split("\n"))
                        .map(line -> line.split("=")[0])
                        .toList();
        assertThat(selfContained).containsExactlyInAnyOrderElementsOf(asked).containsAll(base);
        assertThat(base)
                .filteredOn(key -> key.matches("STEWARD_.*_(OWNER|APP)_PASSWORD"))
                .isNotEmpty()
                .allMatch(key -> Repository.text(Backing.DATABASES).contains("$" + key));
    }

    @Test
    void probesAskTheManagementPort() {
        var container = common.at("/spec/template/spec/containers/0");
        assertThat(List.of("startupProbe", "readinessProbe", "livenessProbe"))
                .extracting(probe -> container.path(probe).at("/httpGet/port").asText())
                .containsOnly("management");
    }

    @Test
    void aRolloutTakesNobodyAwayBeforeTheNextIsReady() {
        assertThat(common.at("/spec/strategy/rollingUpdate/maxUnavailable").asInt(-1)).isZero();
        assertThat(common.at("/spec/replicas").asInt()).isGreaterThan(1);
    }

    @Test
    void nobodyIsRootAndNothingCanBeWritten() {
        assertThat(common.at("/spec/template/spec/securityContext/runAsNonRoot").asBoolean())
                .isTrue();
        assertThat(
                        common.at(
                                        "/spec/template/spec/containers/0/securityContext/readOnlyRootFilesystem")
                                .asBoolean())
                .isTrue();
        assertThat(Repository.text("Dockerfile"))
                .contains(
                        "USER "
                                + common.at("/spec/template/spec/securityContext/runAsUser")
                                        .asText()
                                + ":");
    }

    @Test
    void eachApplicationHasADisruptionBudget() {
        assertThat(Repository.documents(BASE + "disruption-budgets.yaml"))
                .extracting(budget ->
                        budget.at("/spec/selector/matchLabels/app.kubernetes.io~1name").asText())
                .containsExactlyInAnyOrderElementsOf(
                        applications().map(Application::name).toList());
    }

    @Test
    void nothingIsReachableByDefault() {
        assertThat(policies())
                .anySatisfy(policy -> {
                    assertThat(policy.at("/spec/podSelector").isEmpty()).isTrue();
                    assertThat(policy.at("/spec/ingress").isMissingNode()).isTrue();
                });
    }

    @Test
    void managementIsOpenToOperationsOnly() {
        var opening =
                policies().stream()
                        .filter(policy -> policy.findValuesAsText("port").contains("management"))
                        .toList();
        assertThat(opening)
                .singleElement()
                .satisfies(policy ->
                        assertThat(policy.at("/spec/ingress"))
                                .allSatisfy(rule ->
                                        assertThat(
                                                        rule.at(
                                                                        "/from/0/namespaceSelector/matchLabels/steward.dev~1operations")
                                                                .asText())
                                                .isEqualTo("true")));
    }

    @Test
    void everyRuleOfAPolicyNamesItsPorts() {
        assertThat(policies())
                .allSatisfy(policy ->
                        assertThat(policy.at("/spec/ingress"))
                                .allSatisfy(rule -> assertThat(rule.path("ports")).isNotEmpty()));
    }

    @Test
    void theBackingPartsAreTheOnesOfCompose() {
        var compose = Repository.yaml("docker-compose.yml").path("services");
        assertThat(List.of("postgres", "kafka", "oidc"))
                .allSatisfy(part ->
                        assertThat(
                                        Repository.yaml(Backing.FOLDER + part + ".yaml")
                                                .at("/spec/template/spec/containers/0/image"))
                                .isEqualTo(compose.path(part).path("image")));
    }

    private static List<JsonNode> policies() {
        List<JsonNode> policies =
                new ArrayList<>(Repository.documents(BASE + "network-policies.yaml"));
        policies.addAll(Repository.documents(Backing.FOLDER + "network-policies.yaml"));
        return policies;
    }

    private static JsonNode resource(Application application, String kind) {
        return Repository.documents(BASE + application.name() + ".yaml").stream()
                .filter(document -> document.path("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode container(Application application) {
        return resource(application, "Deployment").at("/spec/template/spec/containers/0");
    }

    private static Map<String, String> environment(Application application) {
        Map<String, String> environment = new TreeMap<>();
        container(application)
                .path("env")
                .forEach(variable ->
                        environment.put(variable.path("name").asText(), value(variable)));
        return environment;
    }

    private static String value(JsonNode variable) {
        var secret = variable.at("/valueFrom/secretKeyRef");
        return secret.isMissingNode()
                ? variable.path("value").asText()
                : "secret " + secret.path("name").asText() + " " + secret.path("key").asText();
    }

    private static List<String> names(JsonNode object) {
        return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false)
                .toList();
    }
}
