package dev.steward.platform.testing.offenders;

import jakarta.persistence.EntityManager;
import java.sql.Connection;

/// Asks the session for its connection, which outside a transaction it keeps.
public final class KeptConnection {

    private KeptConnection() {}

    public static String catalog(EntityManager database) {
        return database.callWithConnection((Connection connection) -> connection.getCatalog());
    }
}
