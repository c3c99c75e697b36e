package dev.steward.system;

import static dev.steward.local.oidc.Person.DANA;
import static dev.steward.local.oidc.Person.OLIVIA;
import static dev.steward.local.oidc.Person.SAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/// The main job of a product owner from end to end: an old backlog and what customers say come in,
/// demand and scores become an order, a sprint is planned from its top, worked, changed, closed
/// with carry-over, the next one with a split, releases go out, and everyone who asked is told
/// once.
///
/// Its people are patient, so that it can go on while things break.
final class Journey {

    private static final int ROWS = 1_100;

    private final PatientClient olivia = new PatientClient(OLIVIA);
    private final PatientClient sam = new PatientClient(SAM);
    private final PatientClient dana = new PatientClient(DANA);

    private final String product =
            "J" + UUID.randomUUID().toString().substring(0, 7).toUpperCase(Locale.ROOT);
    private final String domain = product.toLowerCase(Locale.ROOT) + ".example";
    private final Map<Wishes, String> entries = new EnumMap<>(Wishes.class);
    private final Map<Wishes, String> items = new EnumMap<>(Wishes.class);
    private final Mishaps mishaps;

    /// What happens in the two moments in which most is under way.
    record Mishaps(Runnable whileImporting, Runnable whileTelling) {

        static final Mishaps NONE = new Mishaps(() -> {}, () -> {});
    }

    Journey(Mishaps mishaps) {
        this.mishaps = mishaps;
    }

    void walk() {
        found();
        listen();
        importOldBacklog();
        connect();
        order();
        aim();
        var sprints = plan();
        var first = workFirst(sprints);
        var ledger = ledger(sprints.first());
        var second = workSecond(sprints, first);
        tellOf("1.0", first);
        merge(second);
        tellOf("1.1", second);
        everyWishIsWhereItBelongs(first, second);
        assertThat(ledger(sprints.first())).as("a sprint's history").isEqualTo(ledger);
    }

    private void found() {
        ok(201, olivia.post("/products", Map.of("key", product, "name", "Journey")));
        Map.of("dana", "DEVELOPER", "max", "MANAGER", "sam", "SCRUM_MASTER")
                .forEach((subject, role) ->
                        assertThat(
                                        olivia.put(
                                                        of("/members/" + subject),
                                                        Map.of("roles", List.of(role)))
                                                .statusCode())
                                .isIn(201, 428));
    }

    private void listen() {
        var batch = Map.of("entries", Wishes.entries(domain));
        // A service that was down for long may know of the product later than the gateway waits.
        var receipts =
                PatientClient.until(200, () -> olivia.post(of("/feedback/batch"), batch))
                        .jsonPath();
        for (var wish : Wishes.values()) {
            entries.put(wish, receipts.getString("results[%d].id".formatted(wish.ordinal())));
        }
        var again = ok(200, olivia.post(of("/feedback/batch"), batch));
        assertThat(again.getList("results.result")).containsOnly("UNCHANGED");
    }

    private void importOldBacklog() {
        var rows = Wishes.oldBacklog(ROWS);
        var started = olivia.csv(of("/imports"), rows);
        ok(202, started);
        mishaps.whileImporting().run();
        assertThat(ended(started).getInt("counts.created")).isEqualTo(ROWS);
        assertThat(ended(olivia.csv(of("/imports"), rows)).getInt("counts.unchanged"))
                .isEqualTo(ROWS);
        assertThat(
                        Sql.of("backlog")
                                .number(
                                        "select count(*) from item i join product p on p.id = i.product_id where p.key = ?",
                                        product))
                .isEqualTo(ROWS);
    }

    private JsonPath ended(Response started) {
        var job = started.header("Location").replaceFirst(".*/api/v1", "");
        return PatientClient.patiently("the import has ended")
                .until(
                        () -> ok(200, olivia.get(job)),
                        read -> read.getString("status").equals("SUCCEEDED"));
    }

    /// Five wishes meet a row of the old backlog, the sixth becomes an item of its own.
    private void connect() {
        List<String> rows = ok(200, olivia.get(of("/items?limit=5"))).getList("items.id");
        for (var wish : EnumSet.complementOf(EnumSet.of(Wishes.UNDO_SEND))) {
            items.put(wish, rows.get(wish.ordinal()));
            var link = Map.of("itemId", rows.get(wish.ordinal()), "kind", "SOLVES");
            PatientClient.until(
                    201, () -> olivia.post("/feedback/" + entries.get(wish) + "/links", link));
        }
        promote(Wishes.UNDO_SEND);
        items.values()
                .forEach(item -> ok(200, olivia.patch("/items/" + item, Map.of("value", 20))));
    }

    private void promote(Wishes wish) {
        var path = "/feedback/" + entries.get(wish) + "/promotion";
        var promoted = olivia.post(path);
        var item = ok(202, promoted).getString("itemId");
        assertThat(promoted.header("Location")).endsWith("/api/v1/items/" + item);
        assertThat(ok(202, olivia.post(path)).getString("itemId")).isEqualTo(item);
        var made = PatientClient.until(200, () -> olivia.get("/items/" + item));
        assertThat(made.jsonPath().getString("title")).isEqualTo(wish.title());
        ok(200, dana.patch("/items/" + item, Map.of("estimate", 2)));
        items.put(wish, item);
    }

    private void order() {
        items.forEach((wish, item) ->
                PatientClient.patiently("the demand for " + wish + " has moved the score")
                        .untilAsserted(() ->
                                assertThat(
                                                ok(200, olivia.get("/items/" + item + "/score"))
                                                        .getDouble(
                                                                "factors.find { it.name == 'DEMAND' }.input"))
                                        .isCloseTo(wish.people().size() * 0.25, within(1e-6))));
        var proposal = ok(200, olivia.get(of("/order/proposal")));
        ok(
                200,
                olivia.post(
                        of("/order/proposal/apply"),
                        Map.of(
                                "orderVersion",
                                proposal.getLong("orderVersion"),
                                "reason",
                                "By score")));
        assertThat(ok(200, olivia.get(of("/order/proposal"))).getList("moves")).isEmpty();
        assertThat(top(6)).containsExactlyInAnyOrderElementsOf(items.values());
        assertThat(ok(200, olivia.get(of("/order/history"))).getString("items[0].kind"))
                .isEqualTo("PROPOSAL");
    }

    private List<String> top(int count) {
        return ok(200, olivia.get(of("/items?sort=rank&limit=" + count))).getList("items.id");
    }

    private void aim() {
        assertThat(
                        olivia.put(
                                        of("/vision"),
                                        Map.of(
                                                "statement",
                                                "A calm feed for everyone",
                                                "status",
                                                "PUBLISHED"))
                                .statusCode())
                .isIn(201, 428);
        var goal =
                ok(201, olivia.post(of("/goals"), Map.of("title", "Fewer lost posts")))
                        .getString("id");
        ok(200, olivia.post("/goals/" + goal + "/activate"));
        var item = top(1).getFirst();
        ok(200, olivia.patch("/items/" + item, Map.of("goalId", goal)));
        assertThat(ok(200, olivia.get("/items/" + item)).getString("goal.id")).isEqualTo(goal);
    }

    /// @param top the six wanted items, in the backlog's order
    private record Sprints(String first, String second, List<String> top) {}

    private Sprints plan() {
        var team =
                PatientClient.until(
                                201,
                                () ->
                                        sam.post(
                                                of("/teams"),
                                                Map.of(
                                                        "name",
                                                        "Core",
                                                        "timeZone",
                                                        "UTC",
                                                        "workingDays",
                                                        List.of("MONDAY", "WEDNESDAY", "FRIDAY"))))
                        .jsonPath()
                        .getString("id");
        var top = top(6);
        top.forEach(item -> ok(200, olivia.post("/items/" + item + "/ready")));
        return new Sprints(sprint(team, "One"), sprint(team, "Two"), top);
    }

    private String sprint(String team, String name) {
        var today = LocalDate.now(ZoneOffset.UTC);
        var frame =
                Map.of(
                        "teamId",
                        team,
                        "name",
                        name,
                        "goal",
                        "Ship it",
                        "startDate",
                        today.toString(),
                        "endDate",
                        today.plusDays(13).toString());
        return ok(201, sam.post(of("/sprints"), frame)).getString("id");
    }

    /// Five are selected, three get done, the sixth comes in late; one goes back to the backlog and
    /// two go on.
    ///
    /// @return what got done
    private List<String> workFirst(Sprints sprints) {
        var sprint = "/sprints/" + sprints.first();
        select(sam, sprint, sprints.top().subList(0, 5));
        ok(200, sam.post(sprint + "/start"));
        var done = sprints.top().subList(0, 3);
        done.forEach(this::finish);
        select(olivia, sprint, sprints.top().subList(5, 6));
        var closing =
                Map.of(
                        "decisions",
                        List.of(Map.of("itemId", sprints.top().get(3), "decision", "BACKLOG")),
                        "others",
                        "NEXT");
        var closed = ok(200, sam.post(sprint + "/close", closing));
        assertThat(closed.getInt("completedItems")).isEqualTo(3);
        assertThat(closed.getInt("plannedItems")).isEqualTo(5);
        assertThat(kinds(ledger(sprints.first())))
                .isEqualTo(
                        Map.of(
                                "ADDED", 6,
                                "SPRINT_STARTED", 1,
                                "STARTED", 3,
                                "COMPLETED", 3,
                                "CARRIED", 2,
                                "RETURNED", 1,
                                "SPRINT_CLOSED", 1));
        theBurndownAddsUp(sprint);
        return done;
    }

    private List<String> workSecond(Sprints sprints, List<String> first) {
        var sprint = "/sprints/" + sprints.second();
        ok(200, sam.post(sprint + "/start"));
        var carried = List.of(sprints.top().get(4), sprints.top().get(5));
        // History is what was: what is estimated anew afterwards changes no sprint that is over.
        ok(200, dana.patch("/items/" + carried.getFirst(), Map.of("estimate", 21)));
        finish(carried.getFirst());
        splitAtTheEnd(sprints.second(), carried.getLast());
        var velocity = ok(200, olivia.get(of("/velocity")));
        assertThat(velocity.<Integer>getList("teams[0].sprints.completedItems"))
                .containsExactlyInAnyOrder(3, 2);
        assertThat(first).doesNotContainAnyElementsOf(carried);
        return carried;
    }

    /// Of eight points five are done; the rest is an item of its own, and says of which.
    private void splitAtTheEnd(String sprint, String item) {
        ok(200, dana.patch("/items/" + item, Map.of("estimate", 8)));
        PatientClient.patiently("the sprint knows the estimate")
                .untilAsserted(() ->
                        assertThat(lastOf(item, ledger(sprint)).get("estimateTo")).isEqualTo(8));
        ok(200, dana.patch("/items/" + item + "/work", Map.of("status", "IN_PROGRESS")));
        var split =
                Map.of(
                        "itemId",
                        item,
                        "decision",
                        "SPLIT",
                        "rest",
                        Map.of("title", "The rest", "estimate", 3));
        var closed =
                ok(
                        200,
                        dana.post(
                                "/sprints/" + sprint + "/close",
                                Map.of("decisions", List.of(split))));
        assertThat(closed.getInt("completedItems")).isEqualTo(2);
        assertThat(closed.getString("splits[0].itemId")).isEqualTo(item);
        var ledger = ledger(sprint);
        assertThat(ledger).extracting("kind").endsWith("REESTIMATED", "COMPLETED", "SPRINT_CLOSED");
        theBurndownAddsUp("/sprints/" + sprint);
        var path = "/items/" + closed.getString("splits[0].restId");
        var rest = PatientClient.until(200, () -> olivia.get(path)).jsonPath();
        assertThat(rest.getString("splitFrom.id")).isEqualTo(item);
        assertThat(rest.getInt("estimate")).isEqualTo(3);
        assertThat(ok(200, olivia.get("/items/" + item)).getInt("estimate")).isEqualTo(5);
        assertThat(ledger(sprint)).isEqualTo(ledger);
    }

    private static void select(PatientClient by, String sprint, List<String> chosen) {
        PatientClient.until(200, () -> by.post(sprint + "/items", Map.of("itemIds", chosen)));
    }

    private void finish(String item) {
        for (var status : List.of("IN_PROGRESS", "DONE")) {
            ok(200, dana.patch("/items/" + item + "/work", Map.of("status", status)));
        }
    }

    private List<Map<String, Object>> ledger(String sprint) {
        return ok(200, sam.get("/sprints/" + sprint + "/ledger?limit=500")).getList("items");
    }

    private static Map<String, Object> lastOf(String item, List<Map<String, Object>> ledger) {
        return ledger.stream()
                .filter(entry -> String.valueOf(entry.get("item")).contains(item))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private static Map<String, Integer> kinds(List<Map<String, Object>> ledger) {
        var kinds = new TreeMap<String, Integer>();
        ledger.forEach(entry -> kinds.merge((String) entry.get("kind"), 1, Integer::sum));
        return kinds;
    }

    /// R(d) = R(d-1) + added - removed + reestimated + reopened - completed.
    private void theBurndownAddsUp(String sprint) {
        var burndown = ok(200, sam.get(sprint + "/burndown"));
        var remaining = burndown.getDouble("startValue");
        // What is to come has an ideal only.
        List<Map<String, Object>> days = burndown.getList("days.findAll { it.remaining != null }");
        assertThat(days).isNotEmpty();
        for (var day : days) {
            remaining +=
                    number(day, "added")
                            - number(day, "removed")
                            + number(day, "reestimated")
                            + number(day, "reopened")
                            - number(day, "completed");
            assertThat(number(day, "remaining")).isCloseTo(remaining, within(1e-9));
        }
    }

    private static double number(Map<String, Object> day, String name) {
        return ((Number) Objects.requireNonNull(day.get(name))).doubleValue();
    }

    /// Released twice, with a mishap in between: one delivery for each person who asked.
    private void tellOf(String name, List<String> shipped) {
        var release =
                ok(201, olivia.post(of("/releases"), Map.of("name", name, "itemIds", shipped)))
                        .getString("id");
        var releases = "/releases/" + release;
        PatientClient.until(200, () -> olivia.post(releases + "/release"));
        mishaps.whileTelling().run();
        ok(200, olivia.post(releases + "/release"));
        var wishes = wishesFor(shipped);
        PatientClient.patiently("everybody is told of " + name)
                .untilAsserted(() -> {
                    var loop = ok(200, olivia.get(releases + "/loop?limit=500"));
                    assertThat(loop.<String>getList("items.contact.name"))
                            .containsExactlyInAnyOrderElementsOf(Wishes.peopleOf(wishes));
                    assertThat(loop.<String>getList("items.status"))
                            .isSubsetOf("SENT", "UNREACHABLE");
                });
        assertThat(addressesOf(name))
                .containsExactlyInAnyOrderElementsOf(Wishes.addressesOf(wishes, domain));
    }

    private List<String> addressesOf(String release) {
        var addresses = new ArrayList<String>();
        RunningSystem.get().messages().stream()
                .filter(message -> message.to().endsWith(domain))
                .filter(message -> message.subject().contains(release))
                .forEach(message -> addresses.add(message.to()));
        return addresses;
    }

    private Set<Wishes> wishesFor(Collection<String> shipped) {
        var wishes = EnumSet.noneOf(Wishes.class);
        items.forEach((wish, item) -> {
            if (shipped.contains(item)) {
                wishes.add(wish);
            }
        });
        return wishes;
    }

    /// Two entries become one: whoever spoke in either is told, and nobody twice.
    private void merge(List<String> unreleased) {
        var two = List.copyOf(wishesFor(unreleased));
        ok(
                200,
                olivia.post(
                        "/feedback/" + entries.get(two.getFirst()) + "/merge",
                        Map.of("into", entries.get(two.getLast()))));
    }

    private void everyWishIsWhereItBelongs(List<String> first, List<String> second) {
        var shipped = wishesFor(first);
        var merged = List.copyOf(wishesFor(second));
        PatientClient.patiently("the entries are closed")
                .untilAsserted(() -> {
                    shipped.forEach(wish -> assertThat(status(wish)).isEqualTo("CLOSED"));
                    assertThat(status(merged.getFirst())).isEqualTo("MERGED");
                    assertThat(status(merged.getLast())).isEqualTo("CLOSED");
                });
        // Its item went back to the backlog, but an entry never falls back because a sprint ended.
        var waiting = EnumSet.complementOf(EnumSet.copyOf(shipped));
        waiting.removeAll(merged);
        assertThat(waiting).hasSize(1);
        var returned = waiting.iterator().next();
        PatientClient.patiently("feedback-service knows that its sprint has ended")
                .until(() -> workVersion("feedback", returned) == workVersion("sprint", returned));
        assertThat(status(returned)).isEqualTo("PLANNED");
        first.forEach(item ->
                assertThat(ok(200, olivia.get("/items/" + item)).getString("status"))
                        .isEqualTo("RELEASED"));
    }

    private long workVersion(String service, Wishes wish) {
        var id = service.equals("sprint") ? "item_id" : "id";
        return Sql.of(service)
                .number(
                        "select version from work where %s = ?::uuid".formatted(id),
                        Objects.requireNonNull(items.get(wish)));
    }

    private String status(Wishes wish) {
        return ok(200, olivia.get("/feedback/" + entries.get(wish))).getString("status");
    }

    private String of(String path) {
        return "/products/" + product + path;
    }

    private static JsonPath ok(int status, Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        return answer.jsonPath();
    }
}
