package dev.steward.backlog.item.list;

import static dev.steward.backlog.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.steward.platform.database.Database;
import dev.steward.platform.testing.StatementCount;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ItemListResourceTest {

    @Inject StatementCount statements;

    @Inject Database database;

    private UUID product;

    @BeforeEach
    void begin() {
        product = as("olivia").newProduct();
        for (var title : List.of("One", "Two", "Three")) {
            as("olivia").newItem(product, title);
        }
    }

    @Test
    void newItemsComeLast() {
        as("olivia").get(items()).then().body("items.title", contains("One", "Two", "Three"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rank", "-score", "createdAt", "-createdAt", "number", "-number"})
    void everySortContinuesExactlyAfterThePage(String sort) {
        var whole = as("olivia").get(items() + "?sort=" + sort);
        whole.then().statusCode(200).body("items", hasSize(3));
        assertThat(titlesPageByPage(sort)).isEqualTo(whole.path("items.title"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rank", "-score", "createdAt", "number"})
    void aPageIsOneStatementHoweverLong(String sort) {
        // One of them reads the caller's rights.
        assertThat(statementsOf(items() + "?sort=" + sort + "&limit=1"))
                .isEqualTo(statementsOf(items() + "?sort=" + sort + "&limit=500"))
                .isEqualTo(2);
    }

    /// The last item of each page moves to the end before the next page is requested.
    @Test
    void skipsNothingWhenTheLastRowOfAPageMoves() {
        List<String> seen = new ArrayList<>();
        for (var more = 4; more <= 12; more++) {
            as("olivia").newItem(product, "Item " + more);
        }
        QuarkusTransaction.requiringNew().run(() -> rescore("number * 0.05", 0));
        String next = null;
        do {
            var page =
                    as("olivia")
                            .get(
                                    items()
                                            + "?sort=-score&limit=3"
                                            + (next == null ? "" : "&cursor=" + next));
            List<Integer> numbers = page.path("items.number");
            numbers.forEach(number -> seen.add("" + number));
            next = page.path("page.next");
            QuarkusTransaction.requiringNew().run(() -> rescore("0", numbers.getLast()));
        } while (next != null);

        assertThat(seen)
                .containsSubsequence("12", "11", "10", "9", "8", "7", "6", "5", "4", "3", "2", "1");
    }

    /// @param number of the item; 0 for all
    private void rescore(String score, int number) {
        database.update(
                """
                update item_score s set score = %1$s, sort_score = %1$s from item i
                where i.id = s.item_id and i.product_id = :product and :number in (i.number, 0)
                """
                        .formatted(score),
                update -> update.bind("product", product).bind("number", number));
    }

    /// A caller who may see scores only rounded cannot read one in a cursor.
    @Test
    void encryptsTheScoreInACursor() {
        QuarkusTransaction.requiringNew().run(() -> rescore("number * 0.123456", 0));

        String next = as("olivia").get(items() + "?sort=-score&limit=1").path("page.next");

        assertThat(new String(Base64.getUrlDecoder().decode(next), StandardCharsets.UTF_8))
                .doesNotContain("370368");
        as("olivia")
                .get(items() + "?sort=-score&limit=1&cursor=" + next)
                .then()
                .body("items.number", contains(2));
    }

    @Test
    void aCursorOfAnotherSortOrFilterIsRefused() {
        String next = as("olivia").get(items() + "?limit=1").path("page.next");
        as("olivia").get(items() + "?sort=number&cursor=" + next).then().statusCode(400);
        as("olivia").get(items() + "?type=BUG&cursor=" + next).then().statusCode(400);
        as("olivia").get(items() + "?cursor=forged").then().statusCode(400);
    }

    @Test
    void filtersNarrowTheList() {
        as("olivia")
                .post(
                        items(),
                        "{\"type\":\"BUG\",\"title\":\"Bug\",\"labels\":[\"checkout\",\"urgent\"]}")
                .then()
                .statusCode(201);
        as("olivia").get(items() + "?type=BUG,DEBT").then().body("items.title", contains("Bug"));
        as("olivia")
                .get(items() + "?label=urgent,other")
                .then()
                .body("items.title", contains("Bug"));
        as("olivia").get(items() + "?status=READY").then().body("items", hasSize(0));
    }

    @Test
    void droppedItemsAreShownOnlyWhenAskedFor() {
        var item = as("olivia").newItem(product, "Dropped");
        as("olivia").post("/items/" + item + "/drop").then().statusCode(200);
        as("olivia").get(items()).then().body("items", hasSize(3));
        as("olivia")
                .get(items() + "?status=DROPPED")
                .then()
                .body("items.title", contains("Dropped"));
    }

    @Test
    void descriptionsAndTheTotalComeOnDemand() {
        as("olivia")
                .get(items() + "?limit=1")
                .then()
                .body("page.total", nullValue())
                .body("items[0].description", nullValue());
        as("olivia")
                .post(
                        items(),
                        "{\"type\":\"BUG\",\"title\":\"Bug\",\"description\":\"It **is**.\"}")
                .then()
                .statusCode(201);
        as("olivia")
                .get(items() + "?include=description,total&type=BUG")
                .then()
                .body("items[0].description", equalTo("It **is**."))
                .body("page.total", equalTo(1));
    }

    @Test
    void whatIsNotDocumentedIsRefused() {
        as("olivia").get(items() + "?sort=title").then().statusCode(422);
        as("olivia").get(items() + "?status=OPEN").then().statusCode(422);
        as("olivia").get(items() + "?include=everything").then().statusCode(422);
        as("olivia").get(items() + "?stauts=NEW").then().statusCode(400);
    }

    @Test
    void anyMemberReadsItAndNobodyElse() {
        as("olivia").makes("stella", "STAKEHOLDER", product);
        as("stella").get(items()).then().statusCode(200).body("items", hasSize(3));
        as("otto").get(items()).then().statusCode(404);
    }

    private List<String> titlesPageByPage(String sort) {
        List<String> titles = new ArrayList<>();
        var cursor = "";
        while (cursor != null) {
            var page = as("olivia").get(items() + "?limit=1&sort=" + sort + cursor);
            titles.add(page.path("items[0].title"));
            String next = page.path("page.next");
            cursor = next == null ? null : "&cursor=" + next;
        }
        return titles;
    }

    private long statementsOf(String path) {
        return statements.of(() -> as("olivia").get(path).then().statusCode(200));
    }

    private String items() {
        return "/products/" + product + "/items";
    }
}
