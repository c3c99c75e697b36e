package dev.steward.feedback.loop;

import static java.util.stream.Collectors.toMap;

import dev.steward.feedback.database.Row;
import dev.steward.feedback.database.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What goes to whom: personal data is joined here, when it is needed.
@ApplicationScoped
class Letters {

    private static final String TO =
            """
            select d.id, c.email, c.opt_out, c.name, d.text, coalesce(r.name, '') as release, array(
                select f.title from told t join feedback f on f.id = t.feedback_id
                where t.delivery_id = d.id order by f.id) as titles
            from delivery d join contact c on c.id = d.contact_id left join release r on r.id = d.release_id
            where d.id = any (?::uuid[])
            """;

    /// First what people spoke in, whose place in a family then stays; then the roots by them.
    private static final String LOCK_ENTRIES =
            """
            select root_id from feedback where id in (select feedback_id from told where delivery_id = any (?::uuid[]))
            order by id for no key update
            """;

    /// One address: nothing that would make it two, or another header.
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s\\p{Cntrl},;<>\"()\\[\\]@]+@[^\\s\\p{Cntrl},;<>\"()\\[\\]@]+");

    enum Reach {
        ADDRESS,
        UNWANTED,
        NOWHERE
    }

    record Addressed(@Nullable String email, boolean optOut, Letter letter) {

        Reach reach() {
            if (optOut) {
                return Reach.UNWANTED;
            }
            return email != null && ADDRESS.matcher(email).matches()
                    ? Reach.ADDRESS
                    : Reach.NOWHERE;
        }

        String address() {
            return Objects.requireNonNull(email);
        }
    }

    private final Statements statements;

    Letters(Statements statements) {
        this.statements = statements;
    }

    Map<UUID, Addressed> to(Collection<UUID> deliveries) {
        return statements.list(TO, row -> Map.entry(row.id("id"), read(row)), deliveries).stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// @return the entries whose status depends on these deliveries
    Collection<UUID> lockEntries(Collection<UUID> deliveries) {
        return statements.list(LOCK_ENTRIES, row -> row.id("root_id"), deliveries).stream()
                .distinct()
                .toList();
    }

    private static Addressed read(Row row) throws SQLException {
        return new Addressed(
                row.textOrNull("email"),
                row.flag("opt_out"),
                Letter.to(
                        row.textOrNull("name"),
                        row.text("release"),
                        row.texts("titles"),
                        row.textOrNull("text")));
    }
}
