package dev.steward.backlog.imports;

import static dev.steward.backlog.Api.as;
import static dev.steward.backlog.imports.Files.sent;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Files as spreadsheets and other tools really write them: every row is imported or reported, and
/// every unused column is named.
@QuarkusTest
class UnusualFilesTest {

    @Inject ImportWorker worker;

    private UUID product;

    @BeforeEach
    void begin() {
        product = as("olivia").newProduct();
    }

    @Test
    void aSpreadsheetThatSeparatesBySemicolonsAndWritesDecimalCommas() {
        imported(
                        "\uFEFFIssue key;Summary;Story Points\r\nODD-1;Keep the basket;2,5\r\n"
                                + "ODD-2;\"Pay; later\";3\r\n")
                .body("counts.created", is(2))
                .body("errors", hasSize(0));
        items().body("items.title", contains("Keep the basket", "Pay; later"))
                .body("items.estimate", contains(2.5f, 3));
    }

    @Test
    void aFirstLineThatNamesTheSeparator() {
        imported("sep=,\nIssue key,Summary,Story Points\nODD-1,Keep the basket,2.5\n")
                .body("counts.created", is(1));
        items().body("items.title", contains("Keep the basket"));
    }

    @Test
    void jiraInGerman() {
        imported(
                        """
                        Zusammenfassung,Vorgangsschlüssel,Vorgangs-ID,Vorgangstyp,Status,Stichwörter,Stichwörter,Story Points,Beschreibung
                        Korb behalten,ODD-1,10001,Aufgabe,Offen,korb,web,3,"Erste Zeile
                        zweite Zeile"
                        Karte doppelt belastet,ODD-2,10002,Fehler,Erledigt,zahlung,,1,
                        """)
                .body("counts.created", is(2))
                .body("errors", hasSize(0))
                .body("unusedColumns", contains("Vorgangs-ID", "Status"));
        items().body("items.type", contains("STORY", "BUG"))
                .body("items.labels", contains(List.of("korb", "web"), List.of("zahlung")))
                .body("items.description", contains("Erste Zeile\nzweite Zeile", null));
    }

    @Test
    void azureBoardsWithTagsInOneCell() {
        var file =
                """
                ID,Work Item Type,Title,Tags,State,Story Points
                "11","Product Backlog Item","Keep the basket","web; basket","New","3"
                "12","Bug","Card charged twice","payment","Done",""
                """;
        imported(file).body("counts.created", is(2)).body("unusedColumns", contains("State"));
        items().body("items.type", contains("STORY", "BUG"))
                .body("items.labels", contains(List.of("web", "basket"), List.of("payment")));
        imported(file).body("counts.unchanged", is(2));
    }

    @Test
    void lastCellsThatAreLeftOut() {
        imported(
                        "Issue key,Summary,Labels,Story Points\nODD-1,One,web,3\nODD-2,Two\nODD-3,Three,,\n")
                .body("counts.created", is(3))
                .body("errors", hasSize(0));
    }

    @Test
    void cellsTooManyThatAreBlank() {
        imported("Summary\nOne,,\n").body("counts.created", is(1)).body("errors", hasSize(0));
    }

    @Test
    void typesThatNobodyHereHas() {
        imported(
                        """
                        Issue key,Summary,Issue Type
                        ODD-1,One,Story
                        ODD-2,Two,Incident
                        ODD-3,Three,Story - Development
                        ODD-4,Four,Documentation
                        """)
                .body("counts.created", is(4))
                .body("errors.line", contains(3, 4, 5))
                .body("errors.code", everyItem(is("unknown-type")))
                .body("errors.severity", everyItem(is("WARNING")));
        items().body("items.type", everyItem(is("STORY")));
    }

    @Test
    void theLongestTitleAndDescription() {
        var title = "t".repeat(300);
        var description = "ä".repeat(65_536);
        imported("Summary,Description\n" + title + "," + description + "\n")
                .body("counts.created", is(1));
        items().body("items.title", contains(title))
                .body("items.description", contains(description));
        imported("Summary,Description\n" + title + "," + description + "ä\n")
                .body("counts.failed", is(1))
                .body("errors.code", contains("size"))
                .body("errors.severity", contains("ERROR"));
    }

    @Test
    void manyLongDescriptionsArriveInBoundedChunks() {
        var file = new StringBuilder("Issue key,Summary,Description\n");
        for (var i = 0; i < 60; i++) {
            file.append("ODD-%d,Row,%s\n".formatted(i, "d".repeat(50_000)));
        }
        imported(file.toString()).body("counts.created", is(60));
        imported(file.toString()).body("counts.unchanged", is(60));
        items().body("items", hasSize(20));
    }

    private ValidatableResponse imported(String file) {
        var id = sent("olivia", product, "", file);
        worker.runOpenImports();
        return as("olivia").get("/imports/" + id).then().body("status", is("SUCCEEDED"));
    }

    private ValidatableResponse items() {
        return as("olivia")
                .get("/products/" + product + "/items?include=description")
                .then()
                .statusCode(200);
    }
}
