package dev.steward.sprint;

import static io.restassured.RestAssured.given;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.platform.testing.GoldenSample;
import dev.steward.platform.testing.Kafka;
import dev.steward.platform.testing.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// A product and its members, as events of backlog-service.
///
/// @param memberships subject -> id of the membership
public record ProductFixture(UUID id, String key, Map<String, UUID> memberships) {

    /// With one member of each role, all known here.
    public static ProductFixture withEverybody() {
        return with(
                Map.of(
                        "olivia", "OWNER",
                        "max", "MANAGER",
                        "sam", "SCRUM_MASTER",
                        "dana", "DEVELOPER",
                        "stella", "STAKEHOLDER"));
    }

    /// @param roles subject -> role
    public static ProductFixture with(Map<String, String> roles) {
        var product = unannounced(roles.keySet());
        List<GoldenSample> samples = new ArrayList<>();
        samples.add(product.created());
        roles.forEach((subject, role) -> samples.add(product.granted(subject, role)));
        Kafka.publishAndAwait(samples);
        return product;
    }

    /// A product that no event has been published of yet.
    public static ProductFixture unannounced(Iterable<String> subjects) {
        var id = UuidCreator.getTimeOrderedEpoch();
        Map<String, UUID> memberships = new LinkedHashMap<>();
        subjects.forEach(subject -> memberships.put(subject, UuidCreator.getTimeOrderedEpoch()));
        var key =
                "P"
                        + Long.toString(id.getLeastSignificantBits() >>> 2, 36)
                                .toUpperCase(java.util.Locale.ROOT);
        return new ProductFixture(id, key.substring(0, 9), memberships);
    }

    public GoldenSample created() {
        return GoldenSample.read("backlog", "product.created")
                .about(id, id, 1)
                .withState("key", key);
    }

    public GoldenSample granted(String subject, String role) {
        return membership(subject, 1)
                .withState("subject", subject)
                .withState("roles", List.of(role));
    }

    public GoldenSample revoked(String subject) {
        return membership(subject, 2)
                .ofType("steward.backlog.membership.revoked.v1")
                .withoutState();
    }

    private GoldenSample membership(String subject, long version) {
        return GoldenSample.read("backlog", "membership.granted")
                .about(id, Objects.requireNonNull(memberships.get(subject)), version);
    }

    public int statusFor(String subject) {
        return given().auth()
                .oauth2(Tokens.of(subject))
                .get("/api/v1/products/{p}/teams", id)
                .statusCode();
    }
}
