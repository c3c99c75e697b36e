package dev.steward.system;

import static dev.steward.local.oidc.Person.OLIVIA;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Fifty at once, half of them at each of two instances: one wins where one may, and nobody is told
/// a lie.
class RacingWritersTest {

    private static final int RACERS = 50;
    private static String product = "";

    @BeforeAll
    static void aProduct() {
        product =
                "R"
                        + UUID.randomUUID()
                                .toString()
                                .substring(0, 7)
                                .toUpperCase(java.util.Locale.ROOT);
        Api.post(OLIVIA, "/products", Map.of("key", product, "name", "Race"))
                .then()
                .statusCode(201);
    }

    @Test
    void oneEtagHasOneWinner() {
        var item = item("Etag");
        var answers =
                race(racer ->
                        at(racer)
                                .header("If-Match", "\"1\"")
                                .contentType("application/merge-patch+json")
                                .body(Map.of("title", "Racer " + racer))
                                .patch("/items/" + item));
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 200)
                .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(412));
        assertThat(
                        Sql.of("backlog")
                                .number(
                                        "select max(version) from event where aggregate_id = ?::uuid",
                                        item))
                .isEqualTo(2);
    }

    @Test
    void oneIdempotencyKeyMakesOneItem() {
        var key = UUID.randomUUID().toString();
        var title = "Once " + key;
        var answers =
                race(racer ->
                        at(racer)
                                .header("Idempotency-Key", key)
                                .contentType("application/json")
                                .body(Map.of("type", "STORY", "title", title))
                                .post("/products/" + product + "/items"));
        assertThat(answers).extracting(Response::statusCode).containsOnly(201, 409).contains(201);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 201)
                .extracting(answer -> answer.path("id").toString())
                .containsOnly(
                        answers.stream()
                                .filter(answer -> answer.statusCode() == 201)
                                .findFirst()
                                .orElseThrow()
                                .path("id")
                                .toString());
        assertThat(Sql.of("backlog").number("select count(*) from item where title = ?", title))
                .isOne();
    }

    @Test
    void onePairOfNeighboursTakesThemAllInAnOrderWithoutTies() {
        var above = item("Above");
        var below = item("Below");
        var moved = IntStream.range(0, RACERS).mapToObj(racer -> item("Moved " + racer)).toList();
        var answers =
                race(racer ->
                        at(racer)
                                .contentType("application/json")
                                .body(
                                        Map.of(
                                                "items",
                                                List.of(moved.get(racer)),
                                                "after",
                                                above,
                                                "before",
                                                below))
                                .post("/products/" + product + "/order"));
        assertThat(answers).extracting(Response::statusCode).containsOnly(200);
        var order =
                Sql.of("backlog")
                        .rows(
                                """
                                select r.item_id from item_rank r join item i on i.id = r.item_id join product p on p.id = i.product_id
                                where p.key = ? order by r.rank collate "C"
                                """,
                                product);
        assertThat(order.subList(order.indexOf(above) + 1, order.indexOf(below)))
                .containsExactlyInAnyOrderElementsOf(moved);
        Invariants.everyItemHasOneRank();
    }

    private static String item(String title) {
        return Api.post(
                        OLIVIA,
                        "/products/" + product + "/items",
                        Map.of("type", "STORY", "title", title))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static List<Response> race(IntFunction<Response> attempt) {
        List<Callable<Response>> attempts =
                IntStream.range(0, RACERS)
                        .<Callable<Response>>mapToObj(racer -> () -> attempt.apply(racer))
                        .toList();
        List<Response> answers = new ArrayList<>();
        try (var racers = Executors.newCachedThreadPool()) {
            for (var answer : racers.invokeAll(attempts)) {
                answers.add(answer.resultNow());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return answers;
    }

    private static io.restassured.specification.RequestSpecification at(int racer) {
        var system = RunningSystem.get();
        var instance = racer % 2 == 0 ? system.backlog() : system.secondBacklog();
        return RestAssured.given()
                .baseUri(instance.url().toString())
                .basePath("/api/v1")
                .auth()
                .oauth2(Api.token(OLIVIA));
    }
}
