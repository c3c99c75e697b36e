package dev.steward.feedback.contact;

import static dev.steward.feedback.ProductFixture.as;
import static dev.steward.feedback.ProductFixture.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.steward.feedback.ProductFixture;
import dev.steward.feedback.Tables;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.IDN;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An address with a Unicode domain and the same in punycode belong to one person.
@QuarkusTest
class EmailAddressMatchingTest {

    private static final String OWN_SCRIPT = "@b\u00fccher.example";
    private static final String PUNYCODE = "@xn--bcher-kva.example";

    @Inject Tables tables;

    private final String mark = unique("m");
    private ProductFixture product;
    private String key;

    @BeforeEach
    void createSourceWithVerifiedAddresses() {
        product = ProductFixture.shop();
        key = product.sourceKey(unique("s").substring(0, 30), true);
    }

    @Test
    void findsAContactByTheOtherSpelling() {
        var first = contactOf(person("p1", mark + OWN_SCRIPT));
        var second = contactOf(person("p2", mark + PUNYCODE));
        assertThat(second).isEqualTo(first);
        as("olivia").get("/contacts/" + first).then().body("email", equalTo(mark + OWN_SCRIPT));
    }

    @Test
    void treatsBothSpellingsAsOneId() {
        var unproven = product.sourceKey(unique("u").substring(0, 30), false);
        var first = contactOf(unproven, person(null, mark + PUNYCODE));
        assertThat(contactOf(unproven, person(null, mark + OWN_SCRIPT))).isEqualTo(first);
    }

    /// As an older version stored them: the address as it was sent, also as the id.
    @Test
    void findsContactsStoredByAnOlderVersion() {
        var known = contactOf(person(null, mark + PUNYCODE));
        tables.execute(
                "update contact set email = ? where id = ?",
                mark + OWN_SCRIPT,
                UUID.fromString(known));
        tables.execute(
                "update contact_external_id set external_id = ? where contact_id = ?",
                "mailto:" + mark + OWN_SCRIPT,
                UUID.fromString(known));
        assertThat(contactOf(person("p3", mark + PUNYCODE))).isEqualTo(known);
        assertThat(contactOf(person(null, mark + PUNYCODE))).isEqualTo(known);
    }

    @Test
    void whoWantsNoMessagesGetsNoneUnderTheOtherSpelling() {
        var known = contactOf(person("p1", mark + OWN_SCRIPT));
        as("olivia")
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(Map.of("optOut", true))
                .patch("/contacts/" + known)
                .then()
                .statusCode(200);
        var again = contactOf(person(null, mark + PUNYCODE));
        as("olivia").get("/contacts/" + again).then().body("optOut", equalTo(true));
    }

    @Test
    void treatsBothSpellingsOfACustomersDomainAsOne() {
        var domain = mark + "-\u00fc.example";
        String company =
                product.createdId(
                        product.post(
                                "olivia",
                                "/customers",
                                Map.of("name", "X", "domains", List.of(domain))));
        var person = contactOf(person("p1", "ida@" + IDN.toASCII(domain)));
        as("olivia").get("/contacts/" + person).then().body("customerId", equalTo(company));
        product.post(
                        "olivia",
                        "/customers",
                        Map.of("name", "Y", "domains", List.of(IDN.toASCII(domain))))
                .then()
                .statusCode(409)
                .body("code", equalTo("domain-taken"));
    }

    @Test
    void refusesADomainThatCouldMeanTwo() {
        var domains = List.of("stra\u00dfe.example");
        product.post("olivia", "/customers", Map.of("name", "X", "domains", domains))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("pattern"));
    }

    private static Map<String, Object> person(@Nullable String id, String email) {
        var person = new HashMap<String, Object>(Map.of("email", email));
        if (id != null) {
            person.put("externalId", unique(id));
        }
        return person;
    }

    private String contactOf(Map<String, Object> person) {
        return contactOf(key, person);
    }

    private String contactOf(String by, Map<String, Object> person) {
        String entry =
                product.postWithKey(by, "/feedback", Map.of("text", "x", "contact", person))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        return as("olivia").get("/feedback/" + entry).path("contact.id");
    }
}
