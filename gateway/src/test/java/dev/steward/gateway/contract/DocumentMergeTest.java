package dev.steward.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each rule of the merge, with a violation that it must report.
class DocumentMergeTest {

    private static final String OWN =
            """
            openapi: 3.1.0
            info: {title: Steward, version: "1"}
            servers: [{url: /}]
            paths: {}
            components:
              securitySchemes:
                oidc: {type: http, scheme: bearer, description: worded here}
                sourceKey: {type: http, scheme: bearer}
            """;

    @Test
    void marksEachOperationWithItsService() {
        var merged = merge(backlog("/api/v1/items", "listItems"), sprint("/api/v1/sprints", "x"));
        assertThat(merged.at("/paths/~1api~1v1~1items/get/x-steward-service").asText())
                .isEqualTo("backlog");
        assertThat(merged.at("/paths/~1api~1v1~1sprints/get/x-steward-service").asText())
                .isEqualTo("sprint");
    }

    @Test
    void keepsOwnInfoServerAndVersion() {
        var merged = merge(backlog("/api/v1/items", "listItems"));
        assertThat(merged.at("/info/title").asText()).isEqualTo("Steward");
        assertThat(merged.at("/servers/0/url").asText()).isEqualTo("/");
        assertThat(merged.at("/openapi").asText()).isEqualTo("3.1.0");
    }

    @Test
    void acceptsIdenticalComponents() {
        var problem = "components: {schemas: {Problem: {type: object}}}";
        var merged = merge(service("backlog", problem), service("sprint", problem));
        assertThat(merged.at("/components/schemas/Problem/type").asText()).isEqualTo("object");
    }

    @Test
    void wordsTheSecuritySchemesItself() {
        var merged =
                merge(
                        service(
                                "backlog",
                                "components: {securitySchemes: {oidc: {type: http, scheme: bearer}}}"));
        assertThat(merged.at("/components/securitySchemes/oidc/description").asText())
                .isEqualTo("worded here");
    }

    @Test
    void writesOutTheSecurityThatADocumentSetsForAll() {
        var merged =
                merge(
                        service(
                                "backlog",
                                """
                                security: [{oidc: []}]
                                paths: {/api/v1/a: {get: {operationId: a}, put: {operationId: b, security: []}}}
                                """));
        assertThat(merged.at("/paths/~1api~1v1~1a/get/security/0").has("oidc")).isTrue();
        assertThat(merged.at("/paths/~1api~1v1~1a/put/security")).isEmpty();
    }

    @Test
    void mergesTagsByName() {
        var merged =
                merge(
                        service("backlog", "tags: [{name: items}]"),
                        service("sprint", "tags: [{name: items, description: said}]"));
        assertThat(merged.at("/tags/0/description").asText()).isEqualTo("said");
        assertThat(merged.at("/tags")).hasSize(1);
    }

    @Test
    void keepsTagsInTheOrderInWhichTheyAreNamedFirst() {
        var merged =
                merge(
                        service("backlog", "tags: [{name: items}, {name: goals}]"),
                        service("sprint", "tags: [{name: board}, {name: items}]"));
        assertThat(merged.at("/tags").findValuesAsText("name"))
                .containsExactly("items", "goals", "board");
    }

    @Test
    void refusesAPathOfTwoServices() {
        refuses(backlog("/api/v1/items/{i}", "a"), sprint("/api/v1/items/{item}", "b"))
                .contains("path /api/v1/items/{item}", "backlog", "sprint");
    }

    @Test
    void refusesAnOperationIdOfTwoServices() {
        refuses(backlog("/api/v1/a", "same"), sprint("/api/v1/b", "same"))
                .contains("operationId same", "backlog (GET /api/v1/a)", "sprint (GET /api/v1/b)");
    }

    @Test
    void refusesAComponentThatTwoServicesDefineDifferently() {
        refuses(
                        service("backlog", "components: {schemas: {Item: {type: object}}}"),
                        service("sprint", "components: {schemas: {Item: {type: string}}}"))
                .contains("schemas/Item", "backlog", "sprint");
    }

    @Test
    void refusesAnotherMeaningOfASecurityScheme() {
        refuses(
                        service(
                                "backlog",
                                "components: {securitySchemes: {oidc: {type: http, scheme: basic}}}"))
                .contains("securitySchemes/oidc", "gateway", "backlog");
    }

    @Test
    void refusesAWebhookThatTwoServicesDefineDifferently() {
        refuses(
                        service("backlog", "webhooks: {told: {post: {summary: a}}}"),
                        service("sprint", "webhooks: {told: {post: {summary: b}}}"))
                .contains("webhooks/told", "backlog", "sprint");
    }

    @Test
    void refusesAnUnknownSecurityScheme() {
        refuses(
                        service(
                                "backlog",
                                "paths: {/api/v1/a: {get: {operationId: a, security: [{magic: []}]}}}"))
                .contains("security scheme magic", "backlog (GET /api/v1/a)");
    }

    @Test
    void refusesTwoCredentialsAtOnce() {
        refuses(
                        service(
                                "backlog",
                                "paths: {/api/v1/a: {get: {operationId: a, security: [{oidc: [],"
                                        + " sourceKey: []}]}}}"))
                .contains("two credentials at once");
    }

    @Test
    void refusesAnOperationWithoutId() {
        refuses(service("backlog", "paths: {/api/v1/a: {get: {}}}"))
                .contains("backlog (GET /api/v1/a) has no operationId");
    }

    @Test
    void refusesAPathOutsideTheApi() {
        refuses(backlog("/q/health", "a")).contains("path /q/health of backlog");
    }

    @Test
    void refusesAnotherVersionOfOpenApi() {
        refuses(service("backlog", "openapi: 3.0.3")).contains("backlog writes OpenAPI 3.0.3");
    }

    @Test
    void refusesAReferenceWithoutATarget() {
        refuses(service("backlog", "components: {schemas: {A: {$ref: '#/components/schemas/B'}}}"))
                .contains("#/components/schemas/B has no target");
    }

    @Test
    void namesAllContradictionsAtOnce() {
        refuses(service("backlog", "paths: {/a: {get: {}}}"), service("sprint", "openapi: 3.0.3"))
                .contains("has no operationId", "outside /api/v1/", "OpenAPI 3.0.3");
    }

    @Test
    void namesTheDocumentThatIsMissing(@TempDir Path nothing) {
        assertThatExceptionOfType(MergeRefused.class)
                .isThrownBy(() -> MergeDocuments.merge(TestDocument.own(), nothing))
                .withMessageContaining("the document of backlog-service is missing");
    }

    private static org.assertj.core.api.AbstractStringAssert<?> refuses(
            ServiceDocument... services) {
        var refused =
                org.assertj.core.api.Assertions.catchThrowableOfType(
                        MergeRefused.class, () -> merge(services));
        return assertThat(refused.getMessage());
    }

    private static ObjectNode merge(ServiceDocument... services) {
        return DocumentMerge.merge(new ServiceDocument("gateway", yaml(OWN)), List.of(services));
    }

    private static ServiceDocument backlog(String path, String operationId) {
        return service("backlog", operation(path, operationId));
    }

    private static ServiceDocument sprint(String path, String operationId) {
        return service("sprint", operation(path, operationId));
    }

    private static String operation(String path, String operationId) {
        return "paths: {'%s': {get: {operationId: %s}}}".formatted(path, operationId);
    }

    private static ServiceDocument service(String name, String text) {
        var document = yaml(text);
        if (!document.has("openapi")) {
            document.put("openapi", "3.1.0");
        }
        return new ServiceDocument(name, document);
    }

    private static ObjectNode yaml(String text) {
        try {
            return (ObjectNode) new YAMLMapper().readTree(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
