package dev.steward.platform.testing.offenders;

import java.sql.SQLException;
import javax.sql.DataSource;

public class OwnStatements {

    private final DataSource database;

    OwnStatements(DataSource database) {
        this.database = database;
    }

    boolean forget() throws SQLException {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement("delete from order_line")) {
            return delete.execute();
        }
    }
}
