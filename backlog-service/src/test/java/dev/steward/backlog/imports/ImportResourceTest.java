package dev.steward.backlog.imports;

import static dev.steward.backlog.Api.as;
import static dev.steward.backlog.imports.Files.ofRows;
import static dev.steward.backlog.imports.Files.send;
import static dev.steward.backlog.imports.Files.sent;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.steward.platform.database.Database;
import dev.steward.platform.testing.RecordedEvents;
import dev.steward.platform.testing.RecordedEvents.Recorded;
import dev.steward.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Imports over HTTP. Workers do not run by themselves in tests: they work when called.
@QuarkusTest
class ImportResourceTest {

    private static final String JIRA =
            """
            Issue key,Summary,Description,Issue Type,Labels,Labels,Story Points
            OLD-1,Keep the basket,"As a shopper,
            I …",Story,checkout,login,5.0
            OLD-2,Prices with tax,,Bug,checkout,,10
            OLD-3,Tidy the cellar,,Technical task,,,
            """;

    @Inject ImportWorker worker;
    @Inject DataSource dataSource;
    @Inject Database database;

    private UUID product;

    @BeforeEach
    void begin() {
        product = as("olivia").newProduct();
        as("olivia").makes("dana", "DEVELOPER", product);
    }

    @Test
    void acceptsAFileAsAJob() {
        var answer = send("olivia", product, "", JIRA);
        answer.then()
                .statusCode(202)
                .header("Location", endsWith("/api/v1/imports/" + answer.path("id")))
                .header("Retry-After", "1")
                .header("ETag", notNullValue())
                .body("status", is("PENDING"))
                .body("progress.rows", is(3))
                .body("progress.done", is(0))
                .body("createdBy.subject", is("olivia"));
    }

    @Test
    void makesItemsInTheFilesOrder() {
        done(sent("olivia", product, "", JIRA))
                .body("status", is("SUCCEEDED"))
                .body("progress.done", is(3))
                .body("counts.created", is(3))
                .body("errors", hasSize(0))
                .body("endedAt", notNullValue());
        items().then()
                .body(
                        "items.title",
                        contains("Keep the basket", "Prices with tax", "Tidy the cellar"))
                .body("items.type", contains("STORY", "BUG", "DEBT"))
                .body(
                        "items.labels",
                        contains(List.of("checkout", "login"), List.of("checkout"), List.of()))
                .body("items.estimate", contains(5, 10, null))
                .body("items.score", hasSize(3))
                .body("items[0].description", is("As a shopper,\nI …"));
    }

    @Test
    void eventsNameTheImportAndItsUser() {
        var id =
                UUID.fromString(
                        as("dana")
                                .request()
                                .contentType("text/csv; charset=UTF-8")
                                .header("X-Request-Id", "migration-1")
                                .body(JIRA)
                                .post("/api/v1/products/" + product + "/imports")
                                .then()
                                .statusCode(202)
                                .extract()
                                .path("id"));
        done(id);
        assertThat(events("item.created"))
                .hasSize(3)
                .allSatisfy(event -> {
                    assertThat(event.actor()).isEqualTo("dana");
                    assertThat(event.change().path("source").asText()).isEqualTo("import");
                    assertThat(event.change().at("/rank/to").asText()).isNotEmpty();
                });
        assertThat(
                        requireNonNull(events("item.created").getFirst().state())
                                .get("estimate")
                                .asInt())
                .isEqualTo(5);
        var requests =
                database.query(
                        "select distinct request_id from event where product_id = :p and actor = 'dana'",
                        query -> query.bind("p", product).mapTo(String.class).list());
        assertThat(requests).containsExactly("migration-1");
    }

    @Test
    void aSecondImportChangesNothing() {
        done(sent("olivia", product, "", JIRA));
        done(sent("olivia", product, "", JIRA))
                .body("counts.created", is(0))
                .body("counts.unchanged", is(3));
        items().then().body("items", hasSize(3));
        assertThat(events("item.edited")).isEmpty();
    }

    @Test
    void aLaterImportUpdatesWhatChanged() {
        done(sent("olivia", product, "", JIRA));
        done(sent(
                        "olivia",
                        product,
                        "",
                        "Key,Title,Estimate\nOLD-1,Keep the basket warm,8\nOLD-2,Prices with tax,\n"))
                .body("counts.updated", is(1))
                .body("counts.unchanged", is(1));
        items().then()
                .body("items[0].title", is("Keep the basket warm"))
                .body("items[0].estimate", is(8))
                .body("items[0].description", notNullValue())
                .body("items[1].estimate", is(10));
        assertThat(events("item.edited")).hasSize(1);
        assertThat(events("item.estimated").getFirst().change().path("source").asText())
                .isEqualTo("import");
    }

    @Test
    void theSameKeyOfAnotherToolIsAnotherItem() {
        done(sent("olivia", product, "", "Key,Title\n1,One\n"));
        done(sent("olivia", product, "?system=github", "Number,Title\n1,Another one\n"))
                .body("counts.created", is(1));
    }

    @Test
    void rowsWithoutAKeyAreNewEachTime() {
        done(sent("olivia", product, "", "Title\nOne\n"));
        done(sent("olivia", product, "", "Title\nOne\n")).body("counts.created", is(1));
    }

    @Test
    void readsOtherColumnsWhenTold() {
        done(sent(
                        "olivia",
                        product,
                        "?map=title:Headline&map=key:Ref: No&map=labels:Area&map=labels:Team",
                        "Ref: No,Headline,Area,Team,Summary\n7,A headline,shop,blue,not this\n"))
                .body("counts.created", is(1));
        items().then()
                .body("items[0].title", is("A headline"))
                .body("items[0].labels", contains("shop", "blue"));
    }

    @Test
    void aDryRunLeavesNothing() {
        done(sent("olivia", product, "", "Key,Title\nOLD-1,Before\n"));
        var before = events("item.created").size();
        done(sent("olivia", product, "?dryRun=true", JIRA))
                .body("status", is("SUCCEEDED"))
                .body("dryRun", is(true))
                .body("counts.created", is(2))
                .body("counts.updated", is(1));
        items().then().body("items.title", contains("Before"));
        assertThat(events("item.created")).hasSize(before);
        assertThat(events("item.edited")).isEmpty();
        done(sent("olivia", product, "", JIRA)).body("counts.created", is(2));
        // A dry run uses no item number.
        items().then().body("items.number", contains(1, 2, 3));
    }

    @Test
    void aRowThatIsWrongDoesNotStopTheOthers() {
        var id =
                sent(
                        "olivia",
                        product,
                        "",
                        """
                        Issue key,Summary,Story Points,Issue Type
                        A,,3,Story
                        B,Too large,1001,Story
                        C,No number,many,Story
                        D,"Two
                        lines",4,Wish
                        E,Right,4,Story
                        F,Less than nothing,-1,Story
                        G,A cell too many,1,Story,more
                        E,Again,1,Story
                        H,N\0UL,1,Story
                        """);
        done(id).body("status", is("SUCCEEDED"))
                .body("counts.created", is(2))
                .body("counts.failed", is(7))
                .body("progress.rows", is(9))
                .body("progress.done", is(9))
                .body("errors.line", contains(2, 3, 4, 5, 8, 9, 10, 11))
                .body(
                        "errors.column",
                        contains(
                                "Summary",
                                "Story Points",
                                "Story Points",
                                "Issue Type",
                                "Story Points",
                                null,
                                null,
                                "Summary"))
                .body(
                        "errors.code",
                        contains(
                                "not-blank",
                                "decimal-max",
                                "unreadable",
                                "unknown-type",
                                "decimal-min",
                                "cells",
                                "duplicate",
                                "unreadable"))
                .body("errors.message", hasItem("Line 7 has the key E already."));
        items().then().body("items.title", contains("Two\nlines", "Right"));
    }

    @Test
    void listsErrorsPageByPage() {
        var rows = "Title\n" + "x,y\n".repeat(30);
        var id = sent("olivia", product, "", rows);
        done(id).body("errors", hasSize(20));
        var first = as("olivia").get("/imports/" + id + "/errors?limit=25");
        first.then().statusCode(200).body("items", hasSize(25)).header("Link", notNullValue());
        as("olivia")
                .get("/imports/" + id + "/errors?limit=25&cursor=" + first.path("page.next"))
                .then()
                .statusCode(200)
                .body("items.line", contains(27, 28, 29, 30, 31))
                .body("page.next", nullValue());
    }

    @Test
    void aDroppedItemIsNotChangedByAnImport() {
        done(sent("olivia", product, "", "Key,Title\n1,One\n2,Two\n"));
        as("olivia").post("/items/" + items().path("items[0].id") + "/drop", "{}");
        done(sent("olivia", product, "", "Key,Title\n1,Uno\n2,Due\n"))
                .body("counts.updated", is(1))
                .body("counts.failed", is(1))
                .body("errors[0].line", is(2))
                .body("errors[0].code", is("item-is-dropped"));
    }

    @Test
    void aFormulaIsText() {
        done(sent("olivia", product, "", "Title\n\"=HYPERLINK(\"\"http://x\"\")\"\n"));
        items().then().body("items[0].title", is("=HYPERLINK(\"http://x\")"));
    }

    @Test
    void aHeaderAloneIsAnImportOfNothing() {
        done(sent("olivia", product, "", "Summary\n"))
                .body("status", is("SUCCEEDED"))
                .body("progress.rows", is(0));
    }

    @Test
    void refusesAFileWithoutATitle() {
        for (var file : List.of("", "\n\n", "Issue key,Story Points\nOLD-1,5\n")) {
            send("olivia", product, "", file)
                    .then()
                    .statusCode(422)
                    .body("errors[0].code", is("missing-column"))
                    .body(
                            "detail",
                            allOf(containsString("Summary"), containsString("Story Points")));
        }
        nothingIsLeft();
    }

    @Test
    void refusesMappingsThatLeadNowhere() {
        send("olivia", product, "?map=title:Headline", JIRA)
                .then()
                .statusCode(422)
                .body("errors[0].code", is("missing-column"))
                .body("errors[0].parameter", is("map"));
        send("olivia", product, "?map=colour:Summary", JIRA)
                .then()
                .statusCode(422)
                .body("errors[0].code", is("one-of"));
        send("olivia", product, "?mapping=title:Headline", JIRA).then().statusCode(400);
        send("olivia", product, "?system=J ira", JIRA).then().statusCode(422);
        nothingIsLeft();
    }

    @Test
    void refusesWhatIsNoCsvInUtf8AndKeepsNothingOfIt() {
        send("olivia", product, "", ofRows(1_200) + "OLD-0,\"Never closed,1\n")
                .then()
                .statusCode(400)
                .body("code", is("unreadable-request"))
                .body("errors[0].params.line", notNullValue());
        as("olivia")
                .request()
                .contentType("text/csv; charset=UTF-8")
                .body(new byte[] {'T', 'i', 't', 'l', 'e', '\n', (byte) 0xFC})
                .post("/api/v1/products/" + product + "/imports")
                .then()
                .statusCode(400);
        as("olivia").post("/products/" + product + "/imports", "{}").then().statusCode(415);
        as("olivia")
                .request()
                .contentType("text/csv; charset=ISO-8859-1")
                .body("Title\nx\n")
                .post("/api/v1/products/" + product + "/imports")
                .then()
                .statusCode(415);
        nothingIsLeft();
    }

    @Test
    void refusesMoreThanTwentyMegabytes() {
        send("olivia", product, "", "Title\n" + ("x".repeat(250) + "\n").repeat(84_000))
                .then()
                .statusCode(413)
                .body("code", is("payload-too-large"));
        nothingIsLeft();
    }

    @Test
    void refusesMoreThanAHundredThousandRows() {
        send("olivia", product, "", "Title\n" + "x,\n".repeat(100_001)).then().statusCode(413);
        nothingIsLeft();
    }

    @Test
    void aRepeatedRequestIsOneImport() {
        var first = keyed(JIRA);
        first.then().statusCode(202);
        keyed(JIRA)
                .then()
                .statusCode(202)
                .header("Idempotency-Replayed", "true")
                .header("Location", first.header("Location"))
                .body("id", is(first.path("id").toString()));
        keyed("Title\nOther\n").then().statusCode(422);
        keyed(JIRA, "?dryRun=true").then().statusCode(422);
        as("olivia")
                .get("/products/" + product + "/imports")
                .then()
                .body("items.id", contains(first.path("id").toString()));
        assertThat(jobs()).isOne();
    }

    @Test
    void aKeyThatWasUsedForADryRunDoesNotPassForTheImport() {
        keyed(JIRA, "?dryRun=true").then().statusCode(202);
        keyed(JIRA).then().statusCode(422).body("code", is("idempotency-key-reused"));
        assertThat(jobs()).isOne();
    }

    @Test
    void aFileOfNoTypeIsA415() throws Exception {
        // REST Assured always finds a type.
        var request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://localhost:%d/api/v1/products/%s/imports"
                                                .formatted(RestAssured.port, product)))
                        .header("Authorization", "Bearer " + Tokens.of("olivia"))
                        .POST(HttpRequest.BodyPublishers.ofString(JIRA))
                        .build();

        var answer =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());

        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @Test
    void listsImportsNewestFirst() {
        var first = sent("olivia", product, "", JIRA);
        var second = sent("dana", product, "", JIRA);
        var page = as("dana").get("/products/" + product + "/imports?limit=1");
        page.then()
                .statusCode(200)
                .body("items.id", contains(second.toString()))
                .body("items[0].createdBy.subject", is("dana"))
                .body("items[0].errors", nullValue());
        as("dana")
                .get("/products/" + product + "/imports?limit=1&cursor=" + page.path("page.next"))
                .then()
                .body("items.id", contains(first.toString()));
    }

    @Test
    void aCancelledImportStops() {
        var id = sent("olivia", product, "", JIRA);
        as("olivia")
                .post("/imports/" + id + "/cancel")
                .then()
                .statusCode(200)
                .body("status", is("CANCELLED"));
        as("olivia").post("/imports/" + id + "/cancel").then().statusCode(200);
        done(id).body("status", is("CANCELLED")).body("progress.done", is(0));
        items().then().body("items", hasSize(0));
        assertThat(staged(id)).isZero();
    }

    @Test
    void whatHasEndedCannotBeCancelled() {
        var id = sent("olivia", product, "", JIRA);
        done(id);
        as("olivia")
                .post("/imports/" + id + "/cancel")
                .then()
                .statusCode(409)
                .body("code", is("import-has-ended"));
    }

    @Test
    void onlySoManyAreUnderWay() {
        for (int i = 0; i < 20; i++) {
            sent("olivia", product, "", "Title\n");
        }
        send("olivia", product, "", "Title\n")
                .then()
                .statusCode(409)
                .body("code", is("too-many-imports"));
    }

    @Test
    void saysWhenToAskAgainUntilItHasEnded() {
        var id = sent("olivia", product, "", JIRA);
        as("olivia").get("/imports/" + id).then().header("Retry-After", "1");
        done(id).header("Retry-After", nullValue());
    }

    @Test
    void importsAreForThoseWhoMayImport() {
        as("olivia").makes("stella", "STAKEHOLDER", product);
        as("olivia").makes("sam", "SCRUM_MASTER", product);
        var id = sent("dana", product, "", JIRA);
        for (var person : List.of("stella", "sam")) {
            send(person, product, "", JIRA).then().statusCode(403).body("right", is("IMPORT"));
            as(person).get("/imports/" + id).then().statusCode(403);
            as(person).get("/imports/" + id + "/errors").then().statusCode(403);
            as(person).get("/products/" + product + "/imports").then().statusCode(403);
            as(person).post("/imports/" + id + "/cancel").then().statusCode(403);
        }
        send("otto", product, "", JIRA).then().statusCode(404);
        as("otto").get("/imports/" + id).then().statusCode(404);
        as("otto").post("/imports/" + id + "/cancel").then().statusCode(404);
        as("olivia").get("/imports/" + UUID.randomUUID()).then().statusCode(404);
        as("olivia").get("/imports/none").then().statusCode(404);
    }

    private Response keyed(String file) {
        return keyed(file, "");
    }

    private Response keyed(String file, String query) {
        return as("olivia")
                .request()
                .contentType("text/csv; charset=UTF-8")
                .header("Idempotency-Key", "once-" + product)
                .body(file)
                .post("/api/v1/products/" + product + "/imports" + query);
    }

    private ValidatableResponse done(UUID id) {
        worker.runOpenImports();
        worker.refresh();
        assertThat(staged(id)).isZero();
        return as("olivia").get("/imports/" + id).then().statusCode(200);
    }

    private Response items() {
        return as("olivia").get("/products/" + product + "/items?include=description");
    }

    private List<Recorded> events(String type) {
        return new RecordedEvents(dataSource)
                .ofProduct(product).stream()
                        .filter(event -> event.type().equals("steward.backlog." + type + ".v1"))
                        .toList();
    }

    private void nothingIsLeft() {
        assertThat(jobs()).isZero();
    }

    private long jobs() {
        worker.refresh();
        return database.query(
                "select count(*) from import_job where product_id = :p",
                query -> query.bind("p", product).mapTo(Long.class).one());
    }

    private long staged(UUID id) {
        return database.query(
                "select count(*) from import_row where import_id = :id",
                query -> query.bind("id", id).mapTo(Long.class).one());
    }
}
