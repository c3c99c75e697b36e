package dev.steward.feedback;

import static io.restassured.RestAssured.given;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.platform.testing.GoldenSample;
import dev.steward.platform.testing.Kafka;
import dev.steward.platform.testing.Tokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/// A product, its members and its items as backlog-service publishes them.
public record ProductFixture(UUID id, String key) {

    private static final Map<String, String> EVERYBODY =
            Map.of(
                    "olivia", "OWNER",
                    "max", "MANAGER",
                    "sam", "SCRUM_MASTER",
                    "dana", "DEVELOPER",
                    "stella", "STAKEHOLDER");

    /// Published on first use, when the application is already consuming.
    private static final class Shop {
        static final ProductFixture PRODUCT = withMembers();
    }

    /// A product that tests share; each creates its own items, entries and people.
    public static ProductFixture shop() {
        return Shop.PRODUCT;
    }

    /// A name that no other test uses.
    public static String unique(String word) {
        return word + "-" + UuidCreator.getTimeOrderedEpoch();
    }

    /// A product with a member in each role, after their events have arrived.
    public static ProductFixture withMembers() {
        var product = unannounced();
        List<GoldenSample> samples = new ArrayList<>();
        samples.add(
                GoldenSample.read("backlog", "product.created")
                        .about(product.id, product.id, 1)
                        .withState("key", product.key));
        EVERYBODY.forEach((subject, role) -> samples.add(product.granted(subject, role)));
        Kafka.publishAndAwait(samples);
        return product;
    }

    public static ProductFixture unannounced() {
        var id = UuidCreator.getTimeOrderedEpoch();
        var key =
                "P"
                        + Long.toString(id.getLeastSignificantBits() >>> 2, 36)
                                .toUpperCase(Locale.ROOT);
        return new ProductFixture(id, key.substring(0, 9));
    }

    /// @return id of an item whose event has arrived
    public UUID item(String itemKey) {
        var item = UuidCreator.getTimeOrderedEpoch();
        Kafka.publishAndAwait(itemSample(item, 1).withState("key", key + "-" + itemKey));
        return item;
    }

    public GoldenSample itemSample(UUID item, long version) {
        return GoldenSample.read("backlog", "item.created").about(id, item, version);
    }

    /// A request of a member, below `/api/v1`.
    public static RequestSpecification as(String subject) {
        return withToken(Tokens.of(subject));
    }

    public static RequestSpecification withToken(String token) {
        return given().basePath("/api/v1").contentType("application/json").auth().oauth2(token);
    }

    /// A request below this product.
    public Response post(String subject, String path, Object body) {
        return as(subject).body(body).post("/products/" + id + path);
    }

    public Response postWithKey(String sourceKey, String path, Object body) {
        return withToken(sourceKey).body(body).post("/products/" + id + path);
    }

    public Response get(String subject, String path) {
        return as(subject).get("/products/" + id + path);
    }

    /// @return the id in the answer to a creation
    public String createdId(Response answer) {
        return answer.then().statusCode(201).extract().path("id");
    }

    public String feedback(String subject, Map<String, ?> entry) {
        return createdId(post(subject, "/feedback", entry));
    }

    public void link(String feedback, UUID item, Map<String, ?> more) {
        var body = new java.util.HashMap<String, Object>(more);
        body.put("itemId", item.toString());
        as("olivia").body(body).post("/feedback/" + feedback + "/links").then().statusCode(201);
    }

    /// @return the key of a new source with all scopes
    public String sourceKey(String system, boolean emailsVerified) {
        return sourceKey(
                system, emailsVerified, "feedback:write", "feedback:read", "customers:write");
    }

    public String sourceKey(String system, boolean emailsVerified, String... scopes) {
        var body =
                Map.of(
                        "name",
                        "Source " + system,
                        "system",
                        system,
                        "emailsVerified",
                        emailsVerified,
                        "scopes",
                        List.of(scopes));
        return post("olivia", "/sources", body).then().statusCode(201).extract().path("key");
    }

    private GoldenSample granted(String subject, String role) {
        return GoldenSample.read("backlog", "membership.granted")
                .about(id, UuidCreator.getTimeOrderedEpoch(), 1)
                .withState("subject", subject)
                .withState("roles", List.of(role));
    }
}
