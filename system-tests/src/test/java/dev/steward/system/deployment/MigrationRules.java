package dev.steward.system.deployment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a migration may not do, because an older version still runs beside the new schema while a
/// rollout goes on (and after a rollback), or because it would hold a large table while everybody
/// waits. Expand first; contract a release later, when nobody reads what goes.
final class MigrationRules {

    private record Rule(Pattern offence, String why) {

        static Rule of(String offence, String why) {
            return new Rule(Pattern.compile(offence), why);
        }
    }

    private static final String VOLATILE =
            "(uuidv7|uuidv4|gen_random_uuid|clock_timestamp|random|nextval)\\s*\\(";

    /// Whatever table it is about.
    private static final List<Rule> EVERYWHERE =
            List.of(
                    Rule.of(
                            "\\bdrop (table|view|materialized view|function|type|schema|sequence)\\b",
                            "an older version still uses it"),
                    Rule.of("\\brename\\b", "an older version knows it by its old name"),
                    Rule.of("^(truncate|cluster|vacuum full|lock table)\\b", "holds the table"));

    /// About a table that is there already: a new one is empty, and nobody knows it.
    private static final List<Rule> OF_AN_OLD_TABLE =
            List.of(
                    Rule.of("^update ", "writes the whole table in one transaction"),
                    Rule.of("^delete from ", "writes the whole table in one transaction"),
                    Rule.of(
                            "^create (unique )?index (?!concurrently)",
                            "stops all writes while it is built: concurrently"),
                    Rule.of("\\bdrop column\\b", "an older version still reads it"),
                    Rule.of("\\bdrop default\\b", "an older version relies on it"),
                    Rule.of("\\balter column \\S+ (set data )?type\\b", "writes the table anew"),
                    Rule.of(
                            "\\bset not null\\b",
                            "an older version writes nulls, and all rows are read under a lock"),
                    Rule.of(
                            "\\badd column (?!.*\\bdefault\\b).*\\bnot null\\b",
                            "an older version does not fill it: give it a default"),
                    Rule.of(
                            "\\badd column .*\\bdefault\\b.*" + VOLATILE,
                            "writes the table anew: the default differs from row to row"),
                    Rule.of(
                            "\\badd column .*\\b(unique|primary key)\\b",
                            "builds an index under a lock"),
                    Rule.of(
                            "\\badd (constraint \\S+ )?(check|foreign key)\\b(?!.*\\bnot valid\\b)",
                            "reads all rows under a lock: not valid, and validate it later"),
                    Rule.of(
                            "\\badd (constraint \\S+ )?(unique|primary key)\\b(?!.*\\busing index\\b)",
                            "builds an index under a lock"));

    private static final Pattern CREATES = Pattern.compile("^create table (if not exists )?(\\w+)");
    private static final Pattern SUBJECT =
            Pattern.compile(
                    "^(?:update|delete from|alter table(?: if exists)?(?: only)?) (\\w+)|^create .*?index .*? on (\\w+)");

    private MigrationRules() {}

    /// @return the offences of a migration, each with its reason; empty is good
    static List<String> violations(String sql) {
        Set<String> created = new HashSet<>();
        List<String> violations = new ArrayList<>();
        for (var statement : statements(sql)) {
            var creates = CREATES.matcher(statement);
            if (creates.find()) {
                created.add(creates.group(2));
            }
            rules(statement, created)
                    .filter(rule -> rule.offence().matcher(statement).find())
                    .map(rule -> rule.why() + ": " + statement)
                    .forEach(violations::add);
        }
        return violations;
    }

    private static Stream<Rule> rules(String statement, Set<String> created) {
        var subject = SUBJECT.matcher(statement);
        var isOfOldTable =
                subject.find()
                        && Stream.of(subject.group(1), subject.group(2))
                                .noneMatch(table -> table != null && created.contains(table));
        return isOfOldTable
                ? Stream.concat(EVERYWHERE.stream(), OF_AN_OLD_TABLE.stream())
                : EVERYWHERE.stream();
    }

    /// Without comments, lower case, on one line each. Text in quotes counts too: better one
    /// explanation too many than a drop that hides in a string.
    private static List<String> statements(String sql) {
        var bare = sql.replaceAll("--[^\n]*", " ").replaceAll("(?s)/\\*.*?\\*/", " ");
        return Arrays.stream(bare.split(";", -1))
                .map(statement ->
                        statement.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT))
                .filter(statement -> !statement.isEmpty())
                .toList();
    }
}
