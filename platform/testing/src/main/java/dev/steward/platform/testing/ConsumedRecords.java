package dev.steward.platform.testing;

import static dev.steward.platform.testing.Eventually.eventually;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.clients.producer.RecordMetadata;

/// Waits until the application has consumed records: it stores its position in the transaction of
/// what they do.
final class ConsumedRecords {

    private ConsumedRecords() {}

    static void await(List<RecordMetadata> records) {
        try (var connection = OwnerConnection.open()) {
            records.forEach(record -> eventually().until(() -> isConsumed(connection, record)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isConsumed(Connection connection, RecordMetadata record)
            throws SQLException {
        try (var find =
                connection.prepareStatement(
                        "select exists (select from consumed where topic = ? and partition = ? and next > ?)")) {
            find.setString(1, record.topic());
            find.setInt(2, record.partition());
            find.setLong(3, record.offset());
            try (var row = find.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
