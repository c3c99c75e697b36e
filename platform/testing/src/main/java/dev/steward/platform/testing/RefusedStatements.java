package dev.steward.platform.testing;

import java.sql.SQLException;

/// Statements that write certain rows fail as if they had run into a limit of the database, without
/// the wait.
public final class RefusedStatements {

    public static final String TIME_OUT = "57014";
    public static final String CONNECTION_LOST = "08006";

    /// @param when a condition about the row `new`
    public void on(String table, String when, String state) {
        end(table);
        execute(
                """
                create function slow_%1$s() returns trigger language plpgsql as $$ begin
                    if %2$s then raise exception 'as if it took too long' using errcode = '%3$s'; end if;
                    return new;
                end $$;
                create trigger slow before insert or update on %1$s for each row execute function slow_%1$s();
                """
                        .formatted(table, when, state));
    }

    public void end(String table) {
        execute(
                """
                drop trigger if exists slow on %1$s;
                drop function if exists slow_%1$s();
                """
                        .formatted(table));
    }

    private void execute(String sql) {
        try (var connection = OwnerConnection.open();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
