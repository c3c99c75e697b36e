package dev.steward.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComposeTest {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(?::-([^}]*))?}");

    private final JsonNode services = Repository.yaml("docker-compose.yml").path("services");

    static Stream<Application> applications() {
        return Application.all().stream();
    }

    static Stream<Application> services() {
        return Application.services().stream();
    }

    @ParameterizedTest
    @MethodSource("applications")
    void setsOnlyWhatTheApplicationReads(Application application) {
        assertThat(application.variables()).containsAll(environment(application).keySet());
    }

    @ParameterizedTest
    @MethodSource("applications")
    void listensWhereTheApplicationDoesOnItsOwn(Application application) {
        assertThat(environment(application))
                .containsEntry("QUARKUS_HTTP_PORT", String.valueOf(application.port()))
                .containsEntry(
                        "QUARKUS_MANAGEMENT_PORT", String.valueOf(application.managementPort()));
    }

    @ParameterizedTest
    @MethodSource("services")
    void givesEachServiceItsOwnDatabaseAndRoles(Application service) {
        var database = service.publisher();
        assertThat(environment(service))
                .containsEntry("STEWARD_DB_URL", "jdbc:postgresql://postgres:5432/" + database)
                .containsEntry("STEWARD_DB_USER", database + "_app")
                .containsEntry("STEWARD_DB_OWNER", database + "_owner")
                .containsEntry("STEWARD_DB_PASSWORD", password(service, "APP"))
                .containsEntry("STEWARD_DB_OWNER_PASSWORD", password(service, "OWNER"));
        assertThat(environment("postgres"))
                .containsEntry(
                        "STEWARD_" + database.toUpperCase(java.util.Locale.ROOT) + "_APP_PASSWORD",
                        password(service, "APP"))
                .containsEntry(
                        "STEWARD_"
                                + database.toUpperCase(java.util.Locale.ROOT)
                                + "_OWNER_PASSWORD",
                        password(service, "OWNER"));
        assertThat(Repository.text(Backing.DATABASES)).contains("provision " + database + " ");
    }

    @ParameterizedTest
    @MethodSource("services")
    void tellsTheGatewayWhereTheServicesAre(Application service) {
        assertThat(environment("gateway"))
                .containsEntry(
                        "STEWARD_"
                                + service.publisher().toUpperCase(java.util.Locale.ROOT)
                                + "_URL",
                        "http://" + service.name() + ":" + service.port());
    }

    @Test
    void publishesTwoDoorsOnLoopbackAndNothingElse() {
        Map<String, String> published = new TreeMap<>();
        services.properties()
                .forEach(service ->
                        service.getValue()
                                .path("ports")
                                .forEach(port -> published.put(service.getKey(), port.asText())));
        assertThat(published)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "gateway", "127.0.0.1:${STEWARD_GATEWAY_PORT:-8080}:8080",
                                "oidc", "127.0.0.1:${STEWARD_OIDC_PORT:-8084}:8080"));
    }

    /// Tokens name the provider as browsers reach it; whoever checks them asks it by its own name.
    @Test
    void theIssuerIsTheSameForAll() {
        assertThat(environment("gateway"))
                .containsEntry(
                        "STEWARD_PUBLIC_OIDC_ISSUER",
                        environment("oidc").get("KC_HOSTNAME") + "/realms/steward");
        applications()
                .forEach(application ->
                        assertThat(environment(application))
                                .containsEntry(
                                        "STEWARD_OIDC_ISSUER", "http://oidc:8080/realms/steward"));
    }

    @Test
    void theBrokersAddressIsTheOneItAdvertises() {
        services()
                .forEach(service ->
                        assertThat(
                                        "PLAINTEXT://"
                                                + environment(service)
                                                        .get("KAFKA_BOOTSTRAP_SERVERS"))
                                .isEqualTo(environment("kafka").get("KAFKA_ADVERTISED_LISTENERS")));
    }

    @Test
    void theBrokerIsOfTheVersionThatTestsRun() {
        assertThat(services.at("/kafka/image").asText())
                .isEqualTo("apache/kafka:" + Backing.kafkaVersion());
    }

    @Test
    void theDatabaseIsOfTheMajorVersionThatTestsRun() {
        assertThat(services.at("/postgres/image").asText())
                .isEqualTo("postgres:" + Backing.postgresMajorVersion());
    }

    @Test
    void theDocumentedVariablesAreTheOnesThatCount() {
        assertThat(documented()).isEqualTo(used());
    }

    @Test
    void everyFileThatIsMountedIsThere() {
        var mounts =
                services.findValues("volumes").stream()
                        .flatMap(volumes -> StreamSupport.stream(volumes.spliterator(), false))
                        .map(JsonNode::asText)
                        .filter(mount -> mount.startsWith("./"))
                        .map(mount -> mount.split(":")[0]);
        assertThat(mounts)
                .isNotEmpty()
                .allSatisfy(mount -> assertThat(Repository.file(mount)).isRegularFile());
    }

    @Test
    void whatIsWaitedForSaysWhenItIsHealthy() {
        var waitedFor = new TreeSet<String>();
        services.forEach(service ->
                service.path("depends_on").fieldNames().forEachRemaining(waitedFor::add));
        var withoutCheck =
                waitedFor.stream()
                        .filter(name -> !services.path(name).has("healthcheck"))
                        .filter(name -> !services.path(name).has("build"))
                        .toList();
        assertThat(withoutCheck).isEmpty();
        assertThat(Repository.text("Dockerfile")).contains("HEALTHCHECK");
    }

    @ParameterizedTest
    @MethodSource("applications")
    void isBuiltFromTheModuleOfItsName(Application application) {
        assertThat(services.path(application.name()).at("/build/args/APP").asText())
                .isEqualTo(application.name());
        assertThat(Repository.text("Dockerfile")).contains(application.name());
    }

    private static String password(Application service, String role) {
        return "${STEWARD_"
                + service.publisher().toUpperCase(java.util.Locale.ROOT)
                + "_"
                + role
                + "_PASSWORD:-local-only}";
    }

    private Map<String, String> environment(Application application) {
        return environment(application.name());
    }

    private Map<String, String> environment(String service) {
        Map<String, String> environment = new TreeMap<>();
        services.path(service)
                .path("environment")
                .properties()
                .forEach(variable ->
                        environment.put(variable.getKey(), variable.getValue().asText()));
        return environment;
    }

    /// Variable -> default.
    private static Map<String, String> used() {
        Map<String, String> used = new TreeMap<>();
        VARIABLE.matcher(Repository.text("docker-compose.yml"))
                .results()
                .forEach(found -> used.put(found.group(1), found.group(2)));
        return used;
    }

    private static Map<String, String> documented() {
        Map<String, String> documented = new TreeMap<>();
        List.of(Repository.text(".env.example").split("\n")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("=", 2))
                .forEach(pair ->
                        // The last one counts: who fills in the first sees it ignored.
                        assertThat(documented.put(pair[0], pair[1])).as(pair[0]).isNull());
        return documented;
    }
}
