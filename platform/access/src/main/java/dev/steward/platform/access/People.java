package dev.steward.platform.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/// Names of those whose token this service has seen.
@ApplicationScoped
public class People {

    /// A bound, not a cache policy: beyond it a name is written once more, which is harmless.
    private static final int REMEMBERED = 10_000;

    private static final String SEEN =
            """
            insert into person (subject, name) values (?, ?)
            on conflict (subject) do update set name = excluded.name, seen_at = now() where person.name <> excluded.name
            """;

    private final DataSource database;
    private final Map<String, String> seen = new ConcurrentHashMap<>();

    People(DataSource database) {
        this.database = database;
    }

    void seen(String subject, String name) {
        if (name.equals(seen.get(subject))) {
            return;
        }
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(SEEN)) {
            insert.setString(1, subject);
            insert.setString(2, name);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new AccessUnavailable(e);
        }
        if (seen.size() >= REMEMBERED) {
            seen.clear();
        }
        seen.put(subject, name);
    }

    /// Persons for subjects; those never seen have no name.
    public Map<String, Person> of(Collection<String> subjects) {
        Map<String, String> names = new HashMap<>();
        if (subjects.isEmpty()) {
            return Map.of();
        }
        try (var connection = database.getConnection();
                var find =
                        connection.prepareStatement(
                                "select subject, name from person where subject = any (?)")) {
            find.setArray(1, connection.createArrayOf("text", subjects.toArray()));
            try (var row = find.executeQuery()) {
                while (row.next()) {
                    names.put(row.getString(1), row.getString(2));
                }
            }
        } catch (SQLException e) {
            throw new AccessUnavailable(e);
        }
        return subjects.stream()
                .distinct()
                .collect(
                        Collectors.toMap(
                                subject -> subject,
                                subject -> new Person(subject, names.get(subject))));
    }

    public Person of(String subject) {
        return of(java.util.Set.of(subject)).getOrDefault(subject, new Person(subject, null));
    }
}
