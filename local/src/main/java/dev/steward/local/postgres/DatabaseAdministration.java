package dev.steward.local.postgres;

import dev.steward.local.LocalFailure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// What the superuser does to a cluster: databases and their two roles.
///
/// `<name>_owner` owns the database and its schema public, and migrates it. `<name>_app` may
/// connect and use the schema, and nothing more: each migration grants it the rights it needs on
/// tables.
public final class DatabaseAdministration {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,50}");

    private final String urlBase;
    private final String superuser;
    private final String password;

    /// `urlBase` ends before the name of the database: `jdbc:postgresql://127.0.0.1:8085/`.
    public DatabaseAdministration(String urlBase, String superuser, String password) {
        this.urlBase = urlBase;
        this.superuser = superuser;
        this.password = password;
    }

    /// Creates what is missing of the database and leaves its data alone. `passwordOf` answers the
    /// password of a role.
    public DatabaseCredentials provision(String name, UnaryOperator<String> passwordOf) {
        var database = describe(name, passwordOf);
        try (var connection = connect("postgres")) {
            createRole(connection, database.ownerUser(), database.ownerPassword());
            createRole(connection, database.appUser(), database.appPassword());
            if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                execute(connection, "create database " + name + " owner " + database.ownerUser());
            }
            execute(
                    connection,
                    "revoke all on database " + name + " from public",
                    "grant connect on database " + name + " to " + database.appUser(),
                    "alter database " + name + " set timezone to 'UTC'",
                    // Nobody but the superuser has business in the maintenance databases.
                    "revoke connect on database postgres, template1 from public");
        } catch (SQLException e) {
            throw new LocalFailure("Could not create the database " + name + ".", e);
        }
        openTo(database, name);
        return database;
    }

    /// Creates the database anew: whatever it held is gone, whoever was connected is thrown out.
    public DatabaseCredentials recreate(String name, UnaryOperator<String> passwordOf) {
        requireName(name);
        try (var connection = connect("postgres")) {
            execute(connection, "drop database if exists " + name + " with (force)");
        } catch (SQLException e) {
            throw new LocalFailure("Could not drop the database " + name + ".", e);
        }
        return provision(name, passwordOf);
    }

    private void openTo(DatabaseCredentials database, String name) {
        try (var connection = connect(name)) {
            execute(
                    connection,
                    "alter schema public owner to " + database.ownerUser(),
                    "revoke all on schema public from public",
                    "grant usage on schema public to " + database.appUser(),
                    // Only a superuser may create extensions that are not marked as trusted, so
                    // migrations find them already there.
                    "create extension if not exists pg_trgm",
                    "create extension if not exists unaccent");
        } catch (SQLException e) {
            throw new LocalFailure("Could not prepare the database " + name + ".", e);
        }
    }

    private DatabaseCredentials describe(String name, UnaryOperator<String> passwordOf) {
        requireName(name);
        var owner = name + "_owner";
        var app = name + "_app";
        return new DatabaseCredentials(
                urlBase + name, owner, passwordOf.apply(owner), app, passwordOf.apply(app));
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(urlBase + database, superuser, password);
    }

    /// The role's password is set each time, so that the kept passwords are always the true ones.
    private static void createRole(Connection connection, String role, String password)
            throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", role)) {
            execute(connection, "create role " + role);
        }
        execute(
                connection,
                "alter role "
                        + role
                        + " login nosuperuser nocreatedb nocreaterole noreplication password "
                        + literal(password));
    }

    private static boolean exists(Connection connection, String query, String name)
            throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void execute(Connection connection, String... commands) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var command : List.of(commands)) {
                statement.execute(command);
            }
        }
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new LocalFailure(
                    "'" + name + "' cannot name a database: lower case letters, digits and _.");
        }
    }
}
