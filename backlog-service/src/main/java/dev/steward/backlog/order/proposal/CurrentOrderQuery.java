package dev.steward.backlog.order.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import javax.sql.DataSource;

/// Reads the order of a product into memory, a few thousand rows at a time.
@ApplicationScoped
class CurrentOrderQuery {

    private static final int ROWS_AT_ONCE = 2_000;

    /// A score counts only when half of the model's inputs are known.
    private static final String ALL =
            """
            select r.item_id, r.rank, i.status not in ('DROPPED', 'DUPLICATE') as open,
                case when s.coverage >= 0.5 then s.score end as score
            from item_rank r join item i on i.id = r.item_id left join item_score s on s.item_id = r.item_id
            where r.product_id = ? order by r.rank
            """;

    private final DataSource database;

    CurrentOrderQuery(DataSource database) {
        this.database = database;
    }

    /// Needs a transaction: without one the driver would hold all rows in memory.
    ///
    /// @throws CancellationException when the thread was interrupted
    CurrentOrder read(UUID productId) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(ALL)) {
            select.setFetchSize(ROWS_AT_ONCE);
            select.setObject(1, productId);
            return read(select);
        } catch (SQLException e) {
            throw new PersistenceException("an order could not be read", e);
        }
    }

    private static CurrentOrder read(PreparedStatement select) throws SQLException {
        var order = new CurrentOrder.Builder();
        try (var row = select.executeQuery()) {
            for (int read = 1; row.next(); read++) {
                var id = row.getObject(1, UUID.class);
                if (row.getBoolean(3)) {
                    order.add(id, row.getString(2), row.getBigDecimal(4));
                } else {
                    order.addDropped(id, row.getString(2));
                }
                if (read % ROWS_AT_ONCE == 0) {
                    ProposalExecutor.checkNotCancelled();
                }
            }
        }
        return order.build();
    }
}
