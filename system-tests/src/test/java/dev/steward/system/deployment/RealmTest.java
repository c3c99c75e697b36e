package dev.steward.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.steward.local.oidc.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whoever knows the local issuer finds the same people and clients in the containers' one.
class RealmTest {

    private final JsonNode realm = Repository.json(Backing.REALM);

    @Test
    void hasThePeopleWhoExistLocally() {
        assertThat(each("users").map(user -> user.path("id").asText()))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Person.values()).map(Person::subject).toList());
    }

    @ParameterizedTest
    @EnumSource
    void saysTheSameOfAPerson(Person person) {
        var user =
                each("users")
                        .filter(candidate -> candidate.path("id").asText().equals(person.subject()))
                        .findFirst()
                        .orElseThrow();
        assertThat(claims(user)).isEqualTo(person.claims());
    }

    @Test
    void putsEachClaimIntoTheToken() {
        var mappers = realm.at("/clientScopes/0/protocolMappers");
        assertThat(mappers.findValuesAsText("claim.name"))
                .containsExactlyInAnyOrder(
                        "preferred_username", "email", "locale", "zoneinfo", "groups");
        assertThat(mappers.findValuesAsText("protocolMapper"))
                .contains("oidc-sub-mapper", "oidc-audience-mapper", "oidc-full-name-mapper");
    }

    @Test
    void tokensAreForTheAudienceThatTheApplicationsExpect() {
        assertThat(realm.findValuesAsText("included.custom.audience"))
                .containsExactly(
                        Application.named("sprint-service")
                                .settings()
                                .getProperty("quarkus.oidc.token.audience"));
    }

    @Test
    void hasTheClientThatTheGatewayNames() {
        assertThat(each("clients").map(client -> client.path("clientId").asText()))
                .contains(
                        Application.named("gateway")
                                .settings()
                                .getProperty("steward.meta.client-id"),
                        "steward-cli");
    }

    private static Map<String, Object> claims(JsonNode user) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("name", user.path("firstName").asText() + " " + user.path("lastName").asText());
        claims.put("preferred_username", user.path("username").asText());
        claims.put("email", user.path("email").asText());
        claims.put("locale", user.at("/attributes/locale/0").asText());
        claims.put("zoneinfo", user.at("/attributes/zoneinfo/0").asText());
        claims.put("groups", groups(user));
        return claims;
    }

    private static List<String> groups(JsonNode user) {
        return StreamSupport.stream(user.path("groups").spliterator(), false)
                .map(group -> group.asText().substring(1))
                .toList();
    }

    private Stream<JsonNode> each(String field) {
        return StreamSupport.stream(realm.path(field).spliterator(), false);
    }
}
