package dev.steward.bench.figure;

import com.fasterxml.jackson.databind.JsonNode;
import dev.steward.bench.Api;
import dev.steward.bench.Product;
import dev.steward.bench.SystemUnderTest;
import dev.steward.bench.load.LoggedTransaction;
import dev.steward.bench.load.PgbenchScript;
import dev.steward.bench.load.StatementLog;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/// The creation of an item as PostgreSQL heard it.
///
/// @param generated the values that differ each time, with the SQL that makes new ones
record Creation(LoggedTransaction transaction, Product product, Map<String, String> generated) {

    static final String BODY =
            "{\"type\":\"STORY\",\"title\":\"Show what depends on what\",\"description\":\"As somebody who plans I want"
                    + " to see what depends on what, so that nothing is promised that waits for something else.\"}";

    private static final String NUMBER = "next_item_number";
    private static final String ID = "lpad(to_hex(:item::bigint), 31, '0')";

    static Creation logged(SystemUnderTest steward) {
        var product = Items.in(steward).product();
        var last = new AtomicReference<JsonNode>();
        var key = new AtomicReference<String>();
        var sent =
                new StatementLog(steward.system())
                        .during(() -> {
                            key.set("bench-" + UUID.randomUUID());
                            last.set(create(steward, product, key.get()));
                        });
        var item = last.get();
        return new Creation(
                LoggedTransaction.of(sent, key.get(), product.key()),
                product,
                generated(steward, item, key.get()));
    }

    private static JsonNode create(SystemUnderTest steward, Product product, String key) {
        var request =
                steward.api()
                        .request("/products/" + product.key() + "/items")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(BODY));
        return Api.json(steward.api().send(request));
    }

    private static Map<String, String> generated(
            SystemUnderTest steward, JsonNode item, String key) {
        Map<String, String> generated = new HashMap<>();
        var id = item.get("id").asText();
        generated.put(id, "('0' || " + ID + ")");
        generated.put(key, "('k' || " + ID + ")");
        generated.put(item.get("number").asText(), ":" + NUMBER);
        generated.put(item.get("rank").asText(), "(lpad(:" + NUMBER + "::text, 7, '0') || 'V')");
        var events = steward.sql().column("select id from event where aggregate_id = '" + id + "'");
        events.forEach(event -> generated.put(event, "('e' || " + ID + ")"));
        generated.put(
                item.get("key").asText(),
                "(" + Product.keyInSql("n") + " || '-' || :" + NUMBER + "::text)");
        return generated;
    }

    int size() {
        return transaction.size();
    }

    /// For products of these numbers, one after the other chosen at random. Their ids come from
    /// where the service has them from: the question who may do this.
    PgbenchScript script(int first, int last, Map<String, String> variables) {
        var fresh = new HashMap<>(generated);
        fresh.put(product.key(), Product.keyInSql("n"));
        fresh.put(product.id().toString(), ":id::text");
        var script = new PgbenchScript(fresh, variables);
        script.line("\\set n random(" + first + ", " + last + ")");
        script.line("\\set seq :seq + 1").line("\\set item :base + :seq * 1000 + :client_id");
        transaction.before().forEach(statement -> script.statement(statement, "\\gset"));
        // The driver sends BEGIN together with what comes first.
        script.line("\\startpipeline").line("begin;");
        var within = transaction.within();
        script.statement(within.getFirst()).line("\\endpipeline");
        within.subList(1, within.size())
                .forEach(statement ->
                        script.statement(
                                statement, statement.text().contains(NUMBER) ? "\\gset" : ";"));
        return script.line("commit;");
    }
}
