package dev.steward.platform.access;

import dev.steward.platform.database.Database;
import dev.steward.platform.database.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.statement.StatementContext;

/// Names of those whose token this service has seen.
@ApplicationScoped
public class People {

    /// A bound, not a cache policy: beyond it a name is written once more, which is harmless.
    private static final int REMEMBERED = 10_000;

    private static final String SEEN =
            """
            insert into person (subject, name) values (:subject, :name)
            on conflict (subject) do update set name = excluded.name, seen_at = now() where person.name <> excluded.name
            """;

    private final Database database;
    private final Map<String, String> seen = new ConcurrentHashMap<>();

    People(Database database) {
        this.database = database;
    }

    void seen(String subject, String name) {
        if (name.equals(seen.get(subject))) {
            return;
        }
        database.update(SEEN, update -> update.bind("subject", subject).bind("name", name));
        if (seen.size() >= REMEMBERED) {
            seen.clear();
        }
        seen.put(subject, name);
    }

    /// Persons for subjects; those never seen have no name.
    public Map<String, Person> of(Collection<String> subjects) {
        if (subjects.isEmpty()) {
            return Map.of();
        }
        Map<String, Person> people = new HashMap<>();
        subjects.forEach(subject -> people.put(subject, new Person(subject, null)));
        database.query(
                        "select subject, name from person where subject = any (:subjects)",
                        query ->
                                query.bind("subjects", SqlArray.texts(subjects))
                                        .map(People::person)
                                        .list())
                .forEach(person -> people.put(person.subject(), person));
        return people;
    }

    private static Person person(ResultSet row, StatementContext context) throws SQLException {
        return new Person(row.getString("subject"), row.getString("name"));
    }

    public Person of(String subject) {
        return of(java.util.Set.of(subject)).getOrDefault(subject, new Person(subject, null));
    }
}
