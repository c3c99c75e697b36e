package dev.steward.feedback.notification;

import static dev.steward.feedback.ProductFixture.unique;
import static org.hamcrest.Matchers.equalTo;

import dev.steward.feedback.ProductFixture;
import dev.steward.feedback.Tables;
import dev.steward.local.mail.MailMessage;
import dev.steward.local.stack.TestStack;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// People who ask for an item, and the mail that they get.
public record AskersFixture(ProductFixture product, UUID item, String entry, String mark) {

    /// @param voters number of voters, each with an address; the submitter has none
    public static AskersFixture of(ProductFixture product, int voters) {
        var mark = unique("a");
        var item = product.item(unique("L"));
        var votes =
                IntStream.range(0, voters)
                        .mapToObj(n -> Map.of("voter", person(mark + "-" + n, address(mark, n))))
                        .toList();
        String entry =
                product.post(
                                "olivia",
                                "/feedback/batch",
                                Map.of(
                                        "entries",
                                        List.of(
                                                Map.of(
                                                        "externalId",
                                                        mark,
                                                        "title",
                                                        "Wish " + mark,
                                                        "text",
                                                        "x",
                                                        "contact",
                                                        person(mark + "-submitter", null),
                                                        "votes",
                                                        votes))))
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("results[0].id");
        product.link(entry, item, Map.of());
        return new AskersFixture(product, item, entry, mark);
    }

    public static ProductFixture productWithHeldMessages() {
        var product = ProductFixture.withMembers();
        ProductFixture.as("olivia")
                .header("If-Match", "*")
                .body(Map.of("mode", "MANUAL"))
                .put("/products/" + product.id() + "/loop-settings")
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
        return product;
    }

    static Map<String, Object> person(String id, @Nullable String address) {
        var person = new HashMap<String, Object>(Map.of("externalId", id, "name", "Name " + id));
        if (address != null) {
            person.put("email", address);
        }
        return person;
    }

    public static String address(String mark, int n) {
        return mark + "-" + n + "@example.org";
    }

    public List<MailMessage> mail() {
        return MailMessage.in(TestStack.shared().mailbox()).stream()
                .filter(message -> message.to().contains(mark))
                .toList();
    }

    /// Votes of people without an address, written to the tables: they may be many.
    public void addVotersWithoutAddress(Tables tables, int people) {
        tables.execute(
                """
                with people as (
                    insert into contact (id, product_id, version, name, created_at)
                    select uuidv7(), ?, 1, 'Voter', now() from generate_series(1, ?) returning id)
                insert into vote (id, product_id, feedback_id, contact_id, version, withdrawn, recorded_by)
                select uuidv7(), ?, ?, id, 1, false, 'olivia' from people
                """,
                product.id(),
                people,
                product.id(),
                UUID.fromString(entry));
    }
}
