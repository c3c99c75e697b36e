package dev.steward.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every version can run beside the schema of the next one, and no migration holds a table that
/// people work with.
class MigrationsTest {

    /// Older than the rule, and run on every database there is.
    private static final Set<String> BEFORE_THE_RULE =
            Set.of(
                    "backlog-service V8__pins_and_order_history.sql",
                    "backlog-service V9__vision_and_goals.sql",
                    "feedback-service V10__standing.sql",
                    "sprint-service V4__sprints.sql",
                    "sprint-service V5__split.sql");

    private static final List<String> OFFENDERS =
            List.of(
                    "drop table item",
                    "DROP VIEW feedback_standing",
                    "alter table item drop column title",
                    "alter table item rename column title to name",
                    "alter table item\n    add column colour text not null",
                    "alter table item add column token uuid not null default gen_random_uuid()",
                    "alter table item add column code text unique",
                    "alter table item alter column title type varchar(300)",
                    "alter table item alter column title set not null",
                    "alter table item alter column type drop default",
                    "alter table item add constraint positive check (estimate >= 0)",
                    "alter table item add constraint one_key unique (key)",
                    "create index item_by_title on item (title)",
                    "create unique index item_title on item (title)",
                    "update item set status = 'NEW' where status is null",
                    "delete from item where deleted",
                    "truncate item",
                    "create table fresh (id uuid); update item set title = ''");

    private static final List<String> FINE =
            List.of(
                    "create table fresh (id uuid primary key); create index by_id on fresh (id); update fresh set id = id",
                    "alter table item add column colour text",
                    "alter table item add column colour text not null default 'red' -- rename it later",
                    "create index concurrently item_by_title on item (title)",
                    "alter table item add constraint positive check (estimate >= 0) not valid",
                    "alter table item add constraint one_key unique using index item_key",
                    "create or replace view shown as select 1");

    @TestFactory
    Stream<DynamicTest> noMigrationStandsInTheWayOfAnOlderVersionOrOfTheWork() throws IOException {
        return migrations()
                .map(path ->
                        DynamicTest.dynamicTest(
                                name(path),
                                () -> assertThat(MigrationRules.violations(read(path))).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> everyKindOfOffenceIsFound() {
        return OFFENDERS.stream()
                .map(sql ->
                        DynamicTest.dynamicTest(
                                sql,
                                () -> assertThat(MigrationRules.violations(sql)).isNotEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> whatOnlyExpandsIsFine() {
        return FINE.stream()
                .map(sql ->
                        DynamicTest.dynamicTest(
                                sql, () -> assertThat(MigrationRules.violations(sql)).isEmpty()));
    }

    @Test
    void theExceptionsAreStillNeeded() throws IOException {
        assertThat(
                        all().filter(path -> BEFORE_THE_RULE.contains(name(path)))
                                .filter(path -> !MigrationRules.violations(read(path)).isEmpty()))
                .hasSameSizeAs(BEFORE_THE_RULE);
    }

    private static Stream<Path> migrations() throws IOException {
        return all().filter(path -> !BEFORE_THE_RULE.contains(name(path)));
    }

    private static Stream<Path> all() throws IOException {
        List<Path> files = new ArrayList<>();
        for (var module : modules()) {
            var folder = module.resolve("src/main/resources/db");
            if (Files.isDirectory(folder)) {
                try (var paths = Files.walk(folder)) {
                    paths.filter(path -> path.toString().endsWith(".sql"))
                            .sorted()
                            .forEach(files::add);
                }
            }
        }
        return files.stream();
    }

    private static List<Path> modules() throws IOException {
        try (var applications = Files.list(Repository.file("."));
                var platform = Files.list(Repository.file("platform"))) {
            return Stream.concat(applications, platform).filter(Files::isDirectory).toList();
        }
    }

    private static String name(Path path) {
        var module = path.toAbsolutePath().normalize().toString().split("/src/main/")[0];
        return module.substring(module.lastIndexOf('/') + 1) + " " + path.getFileName();
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
