package dev.steward.feedback.customer;

import static dev.steward.feedback.ProductFixture.as;
import static dev.steward.feedback.ProductFixture.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.nullValue;

import dev.steward.feedback.ProductFixture;
import dev.steward.platform.testing.RecordedEvents;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CustomerResourceTest {

    @Inject DataSource database;

    private ProductFixture product;
    private final String crm = unique("crm");

    @BeforeEach
    void createProduct() {
        product = ProductFixture.shop();
    }

    @Test
    void findsACompanyAgainByItsExternalId() {
        var id = product.createdId(product.post("olivia", "/customers", company("Northwind")));
        product.post("max", "/customers", company("Northwind Rail"))
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("result", equalTo("UPDATED"))
                .body("version", equalTo(2))
                .body("name", equalTo("Northwind Rail"));
        product.post("max", "/customers", company("Northwind Rail"))
                .then()
                .statusCode(200)
                .body("result", equalTo("UNCHANGED"))
                .body("version", equalTo(2));
    }

    @Test
    void keepsFieldsThatAnUpdateLeavesOut() {
        product.post("olivia", "/customers", company("Known"));
        product.post(
                        "olivia",
                        "/customers",
                        Map.of("name", "Known", "externalIds", Map.of("crm", crm, "desk", crm)))
                .then()
                .body("annualRevenue", equalTo(1200000.00f))
                .body("segment", equalTo("Enterprise"))
                .body("externalIds", hasEntry("desk", crm));
    }

    @Test
    void refusesIdsOfTwoCompanies() {
        product.post("olivia", "/customers", company("One"));
        product.post(
                "olivia", "/customers", Map.of("name", "Two", "externalIds", Map.of("desk", crm)));
        product.post(
                        "olivia",
                        "/customers",
                        Map.of("name", "Both", "externalIds", Map.of("desk", crm, "crm", crm)))
                .then()
                .statusCode(409)
                .body("code", equalTo("customers-differ"));
    }

    @Test
    void showsRevenueOnlyWithTheRightCustomerValue() {
        var id = product.createdId(product.post("olivia", "/customers", company("Rich")));
        as("max").get("/customers/" + id).then().body("annualRevenue", equalTo(1200000.00f));
        as("dana")
                .get("/customers/" + id)
                .then()
                .statusCode(200)
                .body("annualRevenue", nullValue());
        as("stella").get("/customers/" + id).then().statusCode(403);
        as("otto").get("/customers/" + id).then().statusCode(404);
    }

    @Test
    void onlyOwnersAndManagersCreateCustomers() {
        product.post("dana", "/customers", Map.of("name", "X")).then().statusCode(403);
        product.postWithKey(product.sourceKey("crm-sync", false), "/customers", company("Synced"))
                .then()
                .statusCode(201)
                .body("annualRevenue", nullValue());
    }

    @Test
    void refusesTheDomainOfAFreeMailProviderAndOfAnotherCompany() {
        product.post("olivia", "/customers", Map.of("name", "X", "domains", List.of("GMAIL.com")))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("free-mail-domain"));
        var domain = crm + ".example";
        product.createdId(
                product.post(
                        "olivia", "/customers", Map.of("name", "X", "domains", List.of(domain))));
        product.post("olivia", "/customers", Map.of("name", "Y", "domains", List.of(domain)))
                .then()
                .statusCode(409)
                .body("code", equalTo("domain-taken"));
    }

    @Test
    void listsInPages() {
        product.createdId(product.post("olivia", "/customers", company("One")));
        product.createdId(product.post("olivia", "/customers", Map.of("name", "Two")));
        String next =
                product.get("dana", "/customers?limit=1")
                        .then()
                        .statusCode(200)
                        .body("items.size()", equalTo(1))
                        .extract()
                        .path("page.next");
        as("dana")
                .queryParam("cursor", next)
                .get("/products/" + product.id() + "/customers")
                .then()
                .statusCode(200);
    }

    @Test
    void eventsContainNeitherRevenueNorSegmentNorName() {
        var id = product.createdId(product.post("olivia", "/customers", company("Discreet")));
        product.post(
                "olivia",
                "/customers",
                Map.of(
                        "name",
                        "Discreet",
                        "annualRevenue",
                        77777,
                        "externalIds",
                        Map.of("crm", crm)));
        var events = new RecordedEvents(database).of(UUID.fromString(id));
        assertThat(events).hasSize(2);
        assertThat(events.toString()).doesNotContain("Discreet", "Enterprise", "1200000", "77777");
    }

    private Map<String, Object> company(String name) {
        return Map.of(
                "name",
                name,
                "segment",
                "Enterprise",
                "annualRevenue",
                1_200_000,
                "externalIds",
                Map.of("crm", crm));
    }
}
