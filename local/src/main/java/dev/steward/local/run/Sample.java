package dev.steward.local.run;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.steward.local.LocalFailure;
import dev.steward.local.oidc.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/// `./steward up --sample`: a small product worth looking at, written through the gateway as any
/// client would write it. The data are in `sample.json`; request bodies stand there as they are
/// sent.
public final class Sample {

    private static final String DATA = "sample.json";

    private final GatewayClient gateway;
    private final Consumer<String> report;
    private final Map<String, Object> data = read();
    private final Map<String, String> itemIds = new HashMap<>();

    Sample(GatewayClient gateway, Consumer<String> report) {
        this.gateway = gateway;
        this.report = report;
    }

    /// Does nothing when the product exists: what people made of it stays.
    void fill() {
        var product = object(data, "product");
        var key = String.valueOf(product.get("key"));
        var created = gateway.post(Person.OLIVIA, "/products", product);
        if (created.status() == 409) {
            report.accept("The sample product " + key + " is there already");
            return;
        }
        require(created, "product " + key);
        var path = "/products/" + key;
        addMembers(path);
        addItems(path);
        addTeam(path);
        addCustomers(path);
        addFeedback(path);
        report.accept("The sample product " + key + ", " + product.get("name") + ", is filled");
    }

    private void addMembers(String product) {
        object(data, "members")
                .forEach((subject, roles) ->
                        require(
                                gateway.put(
                                        Person.OLIVIA,
                                        product + "/members/" + subject,
                                        Map.of("roles", roles)),
                                "member " + subject));
    }

    private void addItems(String product) {
        for (var entry : list(data, "items")) {
            var item = object(entry, "item");
            var created = gateway.post(Person.OLIVIA, product + "/items", item);
            var path = "/items/" + require(created, "item " + item.get("title")).text("id");
            itemIds.put(String.valueOf(entry.get("name")), created.text("id"));
            // The owner orders, the developers size.
            if (entry.containsKey("estimate")) {
                var estimate = Map.of("estimate", entry.get("estimate"));
                require(gateway.patch(Person.DANA, path, estimate), "estimate of " + path);
            }
            if (entry.containsKey("state")) {
                var action = path + "/" + entry.get("state");
                require(gateway.post(Person.OLIVIA, action), action);
            }
        }
    }

    private void addTeam(String product) {
        require(gateway.post(Person.OLIVIA, product + "/teams", object(data, "team")), "team");
    }

    private void addCustomers(String product) {
        for (var customer : list(data, "customers")) {
            require(
                    gateway.post(Person.OLIVIA, product + "/customers", customer),
                    "customer " + customer.get("name"));
        }
    }

    private void addFeedback(String product) {
        for (var entry : list(data, "feedback")) {
            var feedback = new LinkedHashMap<>(object(entry, "entry"));
            feedback.put("submittedAt", daysAgo(entry).toString());
            var created = gateway.post(Person.OLIVIA, product + "/feedback", feedback);
            var id = require(created, "feedback " + feedback.get("title")).text("id");
            for (var link : list(entry, "links")) {
                link(id, link);
            }
        }
    }

    private void link(String feedback, Map<String, Object> link) {
        var body = new LinkedHashMap<>(link);
        body.remove("item");
        body.put("itemId", Objects.requireNonNull(itemIds.get(String.valueOf(link.get("item")))));
        require(
                gateway.post(Person.OLIVIA, "/feedback/" + feedback + "/links", body),
                "link to " + link.get("item"));
    }

    private static Instant daysAgo(Map<String, Object> entry) {
        var days = ((Number) Objects.requireNonNull(entry.get("daysAgo"))).longValue();
        return Instant.now().minus(Duration.ofDays(days));
    }

    private static GatewayClient.Answer require(GatewayClient.Answer answer, String what) {
        if (!answer.accepted()) {
            throw new LocalFailure(
                    "The sample's %s was refused with %d: %s"
                            .formatted(what, answer.status(), answer.body()));
        }
        return answer;
    }

    private static Map<String, Object> read() {
        try (var stream = Sample.class.getResourceAsStream(DATA)) {
            var bytes = Objects.requireNonNull(stream, DATA).readAllBytes();
            return JSONObjectUtils.parse(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new IllegalStateException(DATA + " is not JSON.", e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Map<String, Object> parent, String name) {
        return (Map<String, Object>) Objects.requireNonNull(parent.get(name), name);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> parent, String name) {
        var values = (List<Map<String, Object>>) parent.get(name);
        return values == null ? List.of() : new ArrayList<>(values);
    }
}
