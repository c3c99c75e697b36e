package dev.steward.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// What a cluster gets, after the patches and labels of the kustomization.
class RenderedKubernetesTest {

    private static final String CONTAINER = "/spec/template/spec/containers/0";

    private final List<? extends JsonNode> deployments = Kustomization.deployments();

    @Test
    void areAllFour() {
        assertThat(deployments)
                .extracting(deployment -> deployment.at("/metadata/name").asText())
                .containsExactlyInAnyOrderElementsOf(
                        Application.all().stream().map(Application::name).toList());
    }

    /// Seen: the labels were on the Deployments only, and the spread selected no pod.
    @Test
    void whatSelectsPodsFindsThem() {
        assertThat(deployments)
                .allSatisfy(deployment -> {
                    var labels = deployment.at("/spec/template/metadata/labels");
                    assertThat(holds(labels, deployment.at("/spec/selector/matchLabels"))).isTrue();
                    var spread = deployment.at("/spec/template/spec/topologySpreadConstraints");
                    assertThat(spread)
                            .isNotEmpty()
                            .allMatch(constraint ->
                                    holds(labels, constraint.at("/labelSelector/matchLabels")));
                });
    }

    @Test
    void aBusyPodHasTimeToAnswerItsProbes() {
        for (var probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
            assertThat(deployments)
                    .allSatisfy(deployment ->
                            assertThat(
                                            deployment
                                                    .at(CONTAINER)
                                                    .path(probe)
                                                    .path("timeoutSeconds")
                                                    .asInt())
                                    .as(probe)
                                    .isBetween(
                                            2,
                                            deployment
                                                    .at(CONTAINER)
                                                    .path(probe)
                                                    .path("periodSeconds")
                                                    .asInt()));
        }
    }

    @Test
    void theJvmCountsItsProcessorsAndItsMemory() {
        assertThat(deployments)
                .allSatisfy(deployment ->
                        assertThat(deployment.at(CONTAINER).path("env").findValuesAsText("value"))
                                .anyMatch(value ->
                                        value.contains("-XX:ActiveProcessorCount=")
                                                && value.contains("-XX:MaxRAMPercentage=50")));
        assertThat(Repository.text("Dockerfile")).contains("-XX:MaxRAMPercentage=50");
    }

    /// Seen: a changed setting reached a pod whenever it happened to start.
    @Test
    void aChangedSettingReplacesThePods() {
        var changed = Kustomization.configuration();
        changed.put("KAFKA_BOOTSTRAP_SERVERS", "elsewhere:9092");

        var names = configurations(deployments);

        assertThat(names).singleElement().asString().matches("steward-[2456789bcdfghkmt]{10}");
        assertThat(configurations(Kustomization.deployments(Kustomization.configuration())))
                .isEqualTo(names);
        assertThat(configurations(Kustomization.deployments(changed)))
                .singleElement()
                .isNotIn(names);
    }

    /// Seen: the model counted the map's name. What is expected was written by kustomize 5.5.0.
    @Test
    void aGeneratedNameIsTheOneThatKustomizeGives() {
        var settings = new TreeMap<>(Map.of("A", "1"));
        assertThat(Kustomization.hash(settings)).isEqualTo("89g4tffbfk");
        settings.put("B", "kafka:9092");
        assertThat(Kustomization.hash(settings)).isEqualTo("g96d922m9k");
    }

    private static Set<String> configurations(List<? extends JsonNode> deployments) {
        return deployments.stream()
                .map(deployment ->
                        deployment.at(CONTAINER + "/envFrom/0/configMapRef/name").asText())
                .collect(Collectors.toSet());
    }

    /// 200,000 items were tested in 256 MB of heap; 240 MB were seen beside it.
    @Test
    void aPodHoldsTheLargestTestedProduct() {
        assertThat(deployments)
                .extracting(deployment -> deployment.at(CONTAINER + "/resources"))
                .allSatisfy(resources -> {
                    assertThat(mebibytes(resources.at("/requests/memory")))
                            .isGreaterThanOrEqualTo(256 + 240);
                    assertThat(mebibytes(resources.at("/limits/memory")) / 2)
                            .isGreaterThanOrEqualTo(256);
                    assertThat(mebibytes(resources.at("/limits/memory")))
                            .isGreaterThanOrEqualTo(mebibytes(resources.at("/requests/memory")));
                });
        assertThat(Repository.text("docker-compose.yml")).contains("mem_limit: 640m");
    }

    private static int mebibytes(JsonNode size) {
        assertThat(size.asText()).endsWith("Mi");
        return Integer.parseInt(size.asText().replace("Mi", ""));
    }

    @Test
    void aPodHasTimeToFinishWhatItHas() {
        var shutdown =
                Application.all().stream()
                        .map(application ->
                                application
                                        .settings()
                                        .getProperty("quarkus.shutdown.timeout", "10s"))
                        .mapToInt(time -> Integer.parseInt(time.replace("s", "")))
                        .max()
                        .orElseThrow();
        assertThat(deployments)
                .allSatisfy(deployment -> {
                    var spec = deployment.at("/spec/template/spec");
                    var before = deployment.at(CONTAINER + "/lifecycle/preStop/sleep/seconds");
                    assertThat(spec.path("terminationGracePeriodSeconds").asInt())
                            .isGreaterThan(before.asInt() + shutdown);
                });
    }

    @Test
    void aPodThatIsNotReadyKeepsNoNodeFromBeingDrained() {
        assertThat(Repository.documents("k8s/base/disruption-budgets.yaml"))
                .extracting(budget -> budget.at("/spec/unhealthyPodEvictionPolicy").asText())
                .containsOnly("AlwaysAllow");
    }

    /// Seen: nobody had counted.
    @Test
    void theServerHasAConnectionForEverybodyDuringARollout() {
        var ofTheirOwn = 3;
        var reserved = 3;
        var needed = 0;
        for (var service : Application.services()) {
            var spec = deployment(service).path("spec");
            var instances =
                    spec.path("replicas").asInt()
                            + spec.at("/strategy/rollingUpdate/maxSurge").asInt();
            var pool = service.whenNothingIsSet("quarkus.datasource.jdbc.max-size");
            needed += instances * (Integer.parseInt(pool) + ofTheirOwn);
        }
        assertThat(needed + reserved)
                .isLessThanOrEqualTo(
                        limit(
                                Repository.yaml("k8s/overlays/self-contained/postgres.yaml")
                                        .at("/spec/template/spec/containers/0/args")))
                .isLessThanOrEqualTo(
                        limit(
                                Repository.yaml("docker-compose.yml")
                                        .at("/services/postgres/command")));
        assertThat(Repository.text("README.md")).contains("need " + needed + ".");
    }

    private JsonNode deployment(Application application) {
        return deployments.stream()
                .filter(found -> found.at("/metadata/name").asText().equals(application.name()))
                .findFirst()
                .orElseThrow();
    }

    private static int limit(JsonNode arguments) {
        var text = arguments.toString();
        return Integer.parseInt(text.replaceFirst(".*max_connections=(\\d+).*", "$1"));
    }

    @Test
    void theReadmeNamesEveryVariableThatIsReadAndNoOther() {
        var readme = Repository.text("README.md");
        var table = readme.substring(readme.indexOf("<!-- variables -->")).split("\n\n", 2)[0];
        var named = new TreeSet<String>();
        Pattern.compile("`((?:STEWARD|KAFKA|QUARKUS)_[A-Z_]+)`")
                .matcher(
                        table.lines()
                                .map(row -> row.split("\\|"))
                                .filter(row -> row.length > 1)
                                .map(row -> row[1])
                                .collect(Collectors.joining()))
                .results()
                .forEach(variable -> named.add(variable.group(1)));
        var read = new TreeSet<String>();
        Application.all().forEach(application -> read.addAll(application.variables()));
        assertThat(named).isEqualTo(read);
    }

    @Test
    void theReadmeGetsATokenAsTheRealmGivesIt() {
        var readme = Repository.text("README.md");
        var realm = Repository.json(Backing.REALM);
        var clients =
                StreamSupport.stream(realm.path("clients").spliterator(), false)
                        .filter(client -> client.path("directAccessGrantsEnabled").asBoolean())
                        .map(client -> "client_id=" + client.path("clientId").asText())
                        .toList();
        assertThat(readme)
                .contains(
                        "/realms/"
                                + realm.path("realm").asText()
                                + "/protocol/openid-connect/token")
                .contains(clients);
        assertThat(clients).isNotEmpty();
    }

    private static boolean holds(JsonNode labels, JsonNode selector) {
        return !selector.isEmpty()
                && selector.properties().stream()
                        .allMatch(label -> label.getValue().equals(labels.get(label.getKey())));
    }
}
