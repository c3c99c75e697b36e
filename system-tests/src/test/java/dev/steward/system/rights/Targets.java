package dev.steward.system.rights;

import static dev.steward.local.oidc.Person.ADA;
import static dev.steward.local.oidc.Person.DANA;
import static dev.steward.local.oidc.Person.OLIVIA;
import static dev.steward.local.oidc.Person.OTTO;
import static org.awaitility.Awaitility.await;

import dev.steward.local.oidc.Person;
import dev.steward.system.Api;
import dev.steward.system.RunningSystem;
import dev.steward.system.Sql;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;

/// Fills the templates of operations with records: a fresh one for each try, so that one answer
/// does not depend on another.
public final class Targets {

    private static final Pattern PARAMETER = Pattern.compile("/([a-z-]+)/\\{[^}]+}");

    private final String own = product(OLIVIA);
    private final String others = product(OTTO);
    private final String sourceKey;

    public Targets() {
        member(own, "max", "MANAGER");
        member(own, "sam", "SCRUM_MASTER");
        member(own, "dana", "DEVELOPER");
        member(own, "stella", "STAKEHOLDER");
        vision(own);
        sourceKey =
                Api.post(
                                OLIVIA,
                                "/products/" + own + "/sources",
                                Map.of(
                                        "name",
                                        "Matrix",
                                        "scopes",
                                        List.of(
                                                "feedback:write",
                                                "feedback:read",
                                                "customers:write")))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("key");
    }

    String sourceKey() {
        return sourceKey;
    }

    /// Records of the product in which the five have their roles.
    public String own(String path) {
        return fill(path, own, OLIVIA);
    }

    /// Records of a product in which none of them is anything.
    String ofOthers(String path) {
        return fill(path, others, OTTO);
    }

    /// The product is theirs, the record in it (or the product itself) never was.
    String random(String path) {
        var parameters = PARAMETER.matcher(path).results().count();
        return fill(
                path,
                match ->
                        match.group(1).equals("products") && parameters > 1
                                ? own
                                : unknown(match.group(1)));
    }

    /// The record was there and has been deleted; null where records of the kind are never deleted.
    @Nullable String deleted(String path) {
        if (!path.matches(".*/(members|links|pins|keys)/\\{[^}]+}$")) {
            return null;
        }
        var filled = own(path);
        Api.as(OLIVIA).header("If-Match", "*").delete(withoutBase(filled)).then().statusCode(204);
        return filled;
    }

    /// Bodies name records too.
    public String body(String body, boolean ofOthers) {
        var product = ofOthers ? others : own;
        var owner = ofOthers ? OTTO : OLIVIA;
        return withItems(body, product, owner)
                .replace("$team", body.contains("$team") ? team(product, owner) : "")
                .replace("$order", body.contains("$order") ? orderVersion(product, owner) : "")
                .replace("$entry", body.contains("$entry") ? entry(product, owner) : "")
                .replace("$key", newKey())
                .replace("$name", "Matrix " + UUID.randomUUID());
    }

    private static String filled(String body, String item, String product, Person owner) {
        return body.contains(item) ? body.replace(item, item(product, owner)) : body;
    }

    private static String withItems(String body, String product, Person owner) {
        var filled = filled(filled(body, "$item", product, owner), "$other", product, owner);
        return filled.contains("$ready") ? filled.replace("$ready", ready(product, owner)) : filled;
    }

    private static String orderVersion(String product, Person owner) {
        return Api.as(owner)
                .get("/products/" + product + "/order")
                .then()
                .statusCode(200)
                .extract()
                .path("orderVersion")
                .toString();
    }

    private String fill(String path, String product, Person owner) {
        var entry = new String[1];
        var sprint = new String[1];
        var source = new String[1];
        return fill(
                path,
                match ->
                        switch (match.group(1)) {
                            case "products" -> product;
                            case "items" -> item(path, sprint[0], product, owner);
                            case "sprints" -> sprint[0] = sprint(product, owner);
                            case "releases" -> release(product, owner);
                            case "members" -> somebodyElse(product, owner);
                            case "teams" -> team(product, owner);
                            case "feedback" -> entry[0] = entry(product, owner);
                            case "goals" -> goal(product, owner);
                            case "pins" -> pin(product, owner);
                            case "votes" -> vote(entry[0], owner);
                            case "links" -> link(entry[0], product, owner);
                            case "customers" -> customer(product, owner);
                            case "contacts" -> contact(product, owner);
                            case "deliveries" -> delivery(product, owner);
                            case "sources" -> source[0] = source(product, owner);
                            case "keys" -> key(source[0], product, owner);
                            case "imports" -> cancelledImport(product, owner);
                            case "jobs" -> job(product);
                            default ->
                                    throw new IllegalStateException(
                                            "How is a record of "
                                                    + match.group(1)
                                                    + " made? Say it here.");
                        });
    }

    private static String fill(
            String path, java.util.function.Function<MatchResult, String> value) {
        return PARAMETER
                .matcher(path)
                .replaceAll(match -> "/" + match.group(1) + "/" + value.apply(match));
    }

    private static String unknown(String kind) {
        return kind.equals("members")
                ? "nobody-" + UUID.randomUUID()
                : UUID.randomUUID().toString();
    }

    private static String product(Person owner) {
        var key = newKey();
        Api.post(owner, "/products", Map.of("key", key, "name", "Matrix")).then().statusCode(201);
        return key;
    }

    private static String newKey() {
        return "M" + UUID.randomUUID().toString().substring(0, 7).toUpperCase(Locale.ROOT);
    }

    private static void member(String product, String subject, String role) {
        Api.as(OLIVIA)
                .contentType("application/json")
                .body(Map.of("roles", List.of(role)))
                .put("/products/" + product + "/members/" + subject)
                .then()
                .statusCode(201);
    }

    private static String somebodyElse(String product, Person owner) {
        var subject = "member-" + UUID.randomUUID();
        Api.as(owner)
                .contentType("application/json")
                .body(Map.of("roles", List.of("STAKEHOLDER")))
                .put("/products/" + product + "/members/" + subject)
                .then()
                .statusCode(201);
        return subject;
    }

    private static String item(String product, Person owner) {
        var item =
                id(
                        Api.post(
                                owner,
                                "/products/" + product + "/items",
                                Map.of("type", "STORY", "title", "Target")));
        arrived(owner, "/items/" + item + "/demand");
        return item;
    }

    private static void vision(String product) {
        Api.as(OLIVIA)
                .contentType("application/json")
                .body(Map.of("statement", "Target", "status", "PUBLISHED"))
                .put("/products/" + product + "/vision")
                .then()
                .statusCode(201);
    }

    private static String goal(String product, Person owner) {
        return id(Api.post(owner, "/products/" + product + "/goals", Map.of("title", "Target")));
    }

    private static String pin(String product, Person owner) {
        return id(
                Api.post(
                        owner,
                        "/products/" + product + "/pins",
                        Map.of(
                                "itemId",
                                item(product, owner),
                                "place",
                                "BELOW",
                                "otherItemId",
                                item(product, owner),
                                "reason",
                                "Target")));
    }

    /// Cancelling it once more is allowed, whereas one that is open may have ended by then.
    private static String cancelledImport(String product, Person owner) {
        for (int tries = 0; tries < 20; tries++) {
            var location =
                    Api.as(owner)
                            .contentType("text/csv; charset=UTF-8")
                            .body("Summary\n")
                            .post("/products/" + product + "/imports")
                            .then()
                            .statusCode(202)
                            .extract()
                            .header("Location");
            var path = location.substring(location.indexOf("/imports/"));
            if (Api.as(owner).post(path + "/cancel").statusCode() == 200) {
                return path.substring("/imports/".length());
            }
        }
        throw new IllegalStateException("Every import ended before it could be cancelled.");
    }

    /// One that has ended: it takes thousands of items to start one.
    private static String job(String product) {
        return new Sql(RunningSystem.get().database("backlog"))
                .rows(
                        """
                        insert into job (id, product_id, product_key, kind, status, step, request, actor, created_at,
                            ended_at, version)
                        select gen_random_uuid(), id, key, 'ORDER_PROPOSAL', 'SUCCEEDED', 'TELL', '{}', 'olivia', now(),
                            now(), 2
                        from product where key = ? returning id
                        """,
                        product)
                .getFirst();
    }

    private static String item(String path, @Nullable String sprint, String product, Person owner) {
        if (sprint != null) {
            return selected(sprint, product, owner);
        }
        return path.endsWith("/work") ? ready(product, owner) : item(product, owner);
    }

    /// Arrived in sprint-service too: its maker's next request waits for it there.
    private static String ready(String product, Person owner) {
        var item = item(product, owner);
        Api.as(owner).post("/items/" + item + "/ready").then().statusCode(200);
        Api.as(owner).get("/items/" + item + "/work").then().statusCode(200);
        return item;
    }

    private static String selected(String sprint, String product, Person owner) {
        var item = ready(product, owner);
        soon().until(() ->
                Api.post(owner, "/sprints/" + sprint + "/items", Map.of("itemIds", List.of(item)))
                                .statusCode()
                        == 200);
        return item;
    }

    private static String sprint(String product, Person owner) {
        return id(
                Api.post(
                        owner,
                        "/products/" + product + "/sprints",
                        Map.of(
                                "teamId",
                                team(product, owner),
                                "name",
                                "Target",
                                "goal",
                                "Be started",
                                "startDate",
                                "2026-01-12",
                                "endDate",
                                "2026-01-23")));
    }

    private static String release(String product, Person owner) {
        var release =
                id(
                        Api.post(
                                owner,
                                "/products/" + product + "/releases",
                                Map.of(
                                        "name",
                                        "Target",
                                        "itemIds",
                                        List.of(item(product, owner)))));
        arrived(owner, "/releases/" + release + "/loop/preview");
        return release;
    }

    /// Others ask next: they know nothing of a write that is still on its way.
    private static void arrived(Person owner, String path) {
        soon().until(() -> Api.as(owner).get(path).statusCode() == 200);
    }

    /// Asked at once: the gateway lets the maker's request wait for what they wrote.
    private static ConditionFactory soon() {
        return await().pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofMinutes(3));
    }

    private static String team(String product, Person owner) {
        return id(
                Api.post(
                        owner,
                        "/products/" + product + "/teams",
                        Map.of(
                                "name",
                                "Team " + UUID.randomUUID(),
                                "timeZone",
                                "UTC",
                                "workingDays",
                                List.of("MONDAY"))));
    }

    private static String entry(String product, Person owner) {
        return id(
                Api.post(
                        owner,
                        "/products/" + product + "/feedback",
                        Map.of("text", "Target", "kind", "IDEA")));
    }

    private static String link(String entry, String product, Person owner) {
        return id(
                Api.post(
                        owner,
                        "/feedback/" + entry + "/links",
                        Map.of("itemId", item(product, owner), "kind", "SOLVES")));
    }

    private static String vote(String entry, Person owner) {
        return id(Api.post(owner, "/feedback/" + entry + "/votes", Map.of("importance", 1)));
    }

    private static String customer(String product, Person owner) {
        return id(
                Api.post(
                        owner,
                        "/products/" + product + "/customers",
                        Map.of("name", "Customer " + UUID.randomUUID())));
    }

    private static String contact(String product, Person owner) {
        return Api.as(owner).get("/feedback/" + entry(product, owner)).path("contact.id");
    }

    /// Held, as it would be once the release is out.
    private static String delivery(String product, Person owner) {
        var id = UUID.randomUUID();
        var release = release(product, owner);
        var contact = contact(product, owner);
        Sql.of("feedback")
                .run(
                        """
                        insert into loop (release_id, product_id, version, mode, opened_at)
                        select id, product_id, 1, 'MANUAL', now() from release where id = '%2$s';
                        insert into delivery (id, product_id, release_id, contact_id, status, due_at)
                        select '%1$s', product_id, id, '%3$s', 'HELD', now() from release where id = '%2$s'
                        """
                                .formatted(id, release, contact));
        return id.toString();
    }

    private static String source(String product, Person owner) {
        return id(
                Api.post(
                        owner,
                        "/products/" + product + "/sources",
                        Map.of("name", "Source " + UUID.randomUUID())));
    }

    private static String key(String source, String product, Person owner) {
        return Api.as(owner).get("/products/" + product + "/sources/" + source).path("keys[0].id");
    }

    private static String id(Response created) {
        return created.then().statusCode(201).extract().path("id");
    }

    static String withoutBase(String path) {
        return path.replaceFirst("^/api/v1", "");
    }

    static List<Person> people() {
        return List.of(OLIVIA, Person.MAX, Person.SAM, DANA, Person.STELLA, OTTO, ADA);
    }
}
