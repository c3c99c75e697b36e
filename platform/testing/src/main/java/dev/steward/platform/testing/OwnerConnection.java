package dev.steward.platform.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.ConfigProvider;

/// A connection of the schema's owner to the application's database, beside the application.
final class OwnerConnection {

    private OwnerConnection() {}

    static Connection open() throws SQLException {
        return DriverManager.getConnection(
                configured("datasource.jdbc.url"),
                configured("flyway.username"),
                configured("flyway.password"));
    }

    private static String configured(String name) {
        return ConfigProvider.getConfig().getValue("quarkus." + name, String.class);
    }
}
