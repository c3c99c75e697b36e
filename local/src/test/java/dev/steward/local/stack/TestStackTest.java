package dev.steward.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steward.local.oidc.Person;
import dev.steward.local.postgres.DatabaseCredentials;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TestStackTest {

    @Test
    void isOneForAll() {
        var first = TestStack.shared();
        var second = TestStack.shared();

        assertThat(second.jdbcUrlBase()).isEqualTo(first.jdbcUrlBase());
        assertThat(second.bootstrapServers()).isEqualTo(first.bootstrapServers());
        assertThat(second.issuer()).isEqualTo(first.issuer());
        assertThat(second.mint().token(Person.SAM)).isNotEmpty();
    }

    @Test
    void givesAnEmptyDatabaseEachTime() throws SQLException {
        var stack = TestStack.shared();
        var first = stack.database("test_stack_test");
        execute(first, "create table left_behind (id int)");

        var second = stack.database("test_stack_test");

        assertThat(second.ownerPassword()).isNotEqualTo(first.ownerPassword());
        assertThatThrownBy(() -> execute(second, "select * from left_behind"))
                .hasMessageContaining("does not exist");
    }

    private static void execute(DatabaseCredentials database, String command) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                database.url(), database.ownerUser(), database.ownerPassword());
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
