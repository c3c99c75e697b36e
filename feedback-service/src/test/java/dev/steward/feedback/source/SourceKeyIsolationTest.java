package dev.steward.feedback.source;

import static dev.steward.feedback.ProductFixture.as;
import static dev.steward.feedback.ProductFixture.unique;
import static dev.steward.feedback.ProductFixture.withToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.feedback.ProductFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Every operation open to source keys answers the same whether data of others exists or not; where
/// it cannot (an id is taken), it names nothing that the key has not sent.
@QuarkusTest
class SourceKeyIsolationTest {

    private static final String SECRET = "secret of others";

    /// A request that names data of others, or an unknown id in its place.
    private record Probe(String operation, String named, Function<String, Response> request) {}

    private ProductFixture product;
    private ProductFixture otherProduct;
    private String key;
    private String own;
    private String others;
    private String othersId;
    private String othersSecondId;
    private String othersVote;
    private String voteOfOthers;
    private String person;
    private String company;

    @BeforeEach
    void createDataOfOthers() {
        product = ProductFixture.shop();
        otherProduct = Another.PRODUCT;
        var system = unique("s").substring(0, 30);
        key = product.sourceKey(system, true);
        var colleague = product.sourceKey(system, true);
        othersId = unique("x");
        person = unique("p");
        company = unique("c");
        others =
                submit(
                                colleague,
                                Map.of(
                                        "externalId",
                                        othersId,
                                        "text",
                                        SECRET,
                                        "contact",
                                        Map.of(
                                                "externalId",
                                                person,
                                                "name",
                                                SECRET,
                                                "email",
                                                person + "@example.org",
                                                "customerExternalId",
                                                company)))
                        .path("id");
        othersSecondId = unique("x");
        submit(colleague, Map.of("externalId", othersSecondId, "text", SECRET));
        own = submit(key, Map.of("externalId", unique("own"), "text", "Mine")).path("id");
        var vote = Map.of("importance", 3, "quote", SECRET);
        othersVote = as("olivia").body(vote).post("/feedback/" + others + "/votes").path("id");
        voteOfOthers = as("olivia").body(vote).post("/feedback/" + own + "/votes").path("id");
    }

    /// Published on first use, when the application is already consuming.
    private static final class Another {
        static final ProductFixture PRODUCT = ProductFixture.withMembers();
    }

    private List<Probe> probes() {
        var ofProduct = "/products/" + product.id();
        return List.of(
                new Probe("getFeedback", others, id -> get("/feedback/" + id)),
                new Probe("getVote", othersVote, id -> get("/feedback/" + own + "/votes/" + id)),
                new Probe("getVote", voteOfOthers, id -> get("/feedback/" + own + "/votes/" + id)),
                new Probe("getVote", others, id -> get("/feedback/" + id + "/votes/" + othersVote)),
                new Probe(
                        "listFeedback",
                        othersId,
                        id -> get(ofProduct + "/feedback?externalId=" + id)),
                new Probe(
                        "listFeedback",
                        otherProduct.id().toString(),
                        id -> get("/products/" + id + "/feedback")),
                new Probe(
                        "listFeedback",
                        otherProduct.key(),
                        id -> get("/products/" + id + "/feedback")),
                new Probe("castVote", others, id -> vote(id, unique("v"))),
                new Probe("castVote", person, voter -> vote(own, voter)),
                new Probe(
                        "submitFeedback",
                        othersId,
                        id -> submit(key, Map.of("externalId", id, "text", "x"))),
                new Probe("submitFeedback", person, id -> submit(key, entryOf(id, unique("c")))),
                new Probe("submitFeedback", company, id -> submit(key, entryOf(unique("p"), id))),
                new Probe(
                        "submitFeedback",
                        otherProduct.id().toString(),
                        id ->
                                withToken(key)
                                        .body(entryOf(unique("p"), unique("c")))
                                        .post("/products/" + id + "/feedback")),
                new Probe(
                        "submitFeedbackBatch",
                        othersSecondId,
                        id -> batch(Map.of("externalId", id, "text", "x"))),
                new Probe("submitFeedbackBatch", person, id -> batch(entryOf(id, unique("c")))),
                new Probe("submitFeedbackBatch", company, id -> batch(entryOf(unique("p"), id))),
                new Probe(
                        "createCustomer",
                        otherProduct.id().toString(),
                        id ->
                                withToken(key)
                                        .body(Map.of("name", "A"))
                                        .post("/products/" + id + "/customers")));
    }

    @Test
    void probesEveryOperationOpenToKeys() throws IOException {
        var document =
                new ObjectMapper().readTree(Path.of("target/openapi/feedback.json").toFile());
        var open = new TreeSet<String>();
        document.path("paths")
                .forEach(path ->
                        path.forEach(operation -> {
                            if (isOpenToKeys(operation)) {
                                open.add(operation.path("operationId").asText());
                            }
                        }));
        assertThat(probes().stream().map(Probe::operation)).containsAll(open);
    }

    @Test
    void answersTheSameWhetherDataOfOthersExistsOrNot() {
        for (var probe : probes()) {
            var about = probe.operation() + " " + probe.named();
            var known = probe.request().apply(probe.named());
            var unknown = probe.request().apply(unknownInPlaceOf(probe.named()));
            assertThat(told(known)).as(about).isEqualTo(told(unknown));
            assertThat(known.asString()).as(about).doesNotContain(SECRET, "olivia");
        }
    }

    @Test
    void aConflictDoesNotNameDataOfOthers() {
        var crm = unique("crm");
        var desk = unique("desk");
        var domain = unique("d") + ".example";
        String first = customer(Map.of("crm", crm), domain);
        String second = customer(Map.of("desk", desk), unique("d") + ".example");
        var both = Map.of("name", "A", "externalIds", Map.of("crm", crm, "desk", desk));
        var differ = product.postWithKey(key, "/customers", both);
        differ.then()
                .statusCode(409)
                .body("code", equalTo("customers-differ"))
                .body("customers", nullValue());
        var taken =
                product.postWithKey(
                        key, "/customers", Map.of("name", "A", "domains", List.of(domain)));
        taken.then().statusCode(409).body("code", equalTo("domain-taken"));
        assertThat(differ.asString() + taken.asString()).doesNotContain(SECRET, first, second);
        product.post("olivia", "/customers", both)
                .then()
                .statusCode(409)
                .body("customers", not(nullValue()));
    }

    /// Whether an event has arrived would show what others write.
    @Test
    void ignoresStewardAfter() {
        for (var item : List.of(product.item(unique("i")), UuidCreator.getTimeOrderedEpoch())) {
            withToken(key)
                    .header("Steward-After", "item:" + item + "@1")
                    .get("/feedback/" + UuidCreator.getTimeOrderedEpoch())
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("feedback-not-found"));
        }
    }

    private String customer(Map<String, String> ids, String domain) {
        return product.post(
                        "olivia",
                        "/customers",
                        Map.of("name", SECRET, "externalIds", ids, "domains", List.of(domain)))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, Object> entryOf(String person, String company) {
        return Map.of(
                "externalId",
                unique("e"),
                "text",
                "x",
                "contact",
                Map.of(
                        "externalId",
                        person,
                        "email",
                        person + "@example.org",
                        "customerExternalId",
                        company));
    }

    private Response submit(String by, Map<String, ?> entry) {
        return product.postWithKey(by, "/feedback", entry);
    }

    private Response batch(Map<String, ?> entry) {
        return product.postWithKey(key, "/feedback/batch", Map.of("entries", List.of(entry)));
    }

    private Response vote(String entry, String voter) {
        return withToken(key)
                .body(Map.of("voter", Map.of("externalId", voter)))
                .post("/feedback/" + entry + "/votes");
    }

    private Response get(String path) {
        return withToken(key).get(path);
    }

    private static String unknownInPlaceOf(String named) {
        return named.length() == 36
                ? UuidCreator.getTimeOrderedEpoch().toString()
                : unique(named.substring(0, 1)).substring(0, named.length());
    }

    /// Without ids and times, which differ in every answer.
    private static String told(Response answer) {
        var headers =
                Stream.of("ETag", "Location", "Steward-Version", "Retry-After")
                        .map(name -> name + ": " + answer.header(name))
                        .toList();
        return (answer.statusCode() + " " + headers + " " + answer.asString())
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "<id>")
                .replaceAll("\"instance\":\"[^\"]*\"", "")
                .replaceAll("\"traceId\":\"[^\"]*\"", "")
                .replaceAll("\"[0-9T:.-]+Z\"", "<time>");
    }

    private static boolean isOpenToKeys(JsonNode operation) {
        return StreamSupport.stream(operation.path("security").spliterator(), false)
                .anyMatch(security -> security.has("sourceKey"));
    }
}
