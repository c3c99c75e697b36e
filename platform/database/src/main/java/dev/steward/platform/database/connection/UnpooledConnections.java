package dev.steward.platform.database.connection;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.ConnectionFactory;

/// Connections outside the pool. The relay holds its transaction while Kafka acknowledges: it must
/// neither take the connection of a request nor end at the time limits of requests.
@ApplicationScoped
public class UnpooledConnections implements ConnectionFactory {

    private final String url;
    private final Properties properties = new Properties();

    UnpooledConnections(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.url = url;
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "30");
        properties.setProperty("tcpKeepAlive", "true");
        // A relay that is paused beyond this loses its lock: another instance goes on.
        properties.setProperty(
                "options", "-c idle_in_transaction_session_timeout=15s -c statement_timeout=10s");
    }

    @Override
    public Connection openConnection() throws SQLException {
        return open("relay");
    }

    /// @param name what PostgreSQL shows of it
    public Connection open(String name) throws SQLException {
        var named = new Properties();
        named.putAll(properties);
        named.setProperty("ApplicationName", name);
        return DriverManager.getConnection(url, named);
    }
}
