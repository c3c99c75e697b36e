package dev.steward.backlog;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.backlog.item.ItemScoring;
import dev.steward.backlog.item.create.ItemPlacement;
import dev.steward.backlog.order.rank.FirstRank;
import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Role;
import dev.steward.platform.database.Database;
import dev.steward.platform.database.SqlArray;
import dev.steward.platform.messaging.store.EventContext;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Creates products with many items faster than HTTP would. Ranks and scores come from the same
/// beans as those of real items.
@ApplicationScoped
public class Backlogs {

    @Inject Database database;

    @Inject ItemPlacement placement;

    @Inject ItemScoring scoring;

    @Transactional
    @TransactionConfiguration(timeout = 60)
    public Backlog withItems(int count) {
        var backlog = newProduct(count);
        addMembers(backlog);
        addItems(backlog);
        scoring.rescore(backlog.product(), backlog.items());
        return backlog;
    }

    private static Backlog newProduct(int items) {
        var id = UuidCreator.getTimeOrderedEpoch();
        var key =
                "T"
                        + Long.toString(id.getLeastSignificantBits() >>> 20, 36)
                                .toUpperCase(Locale.ROOT);
        return new Backlog(
                id,
                key.substring(0, Math.min(10, key.length())),
                Stream.generate(UuidCreator::getTimeOrderedEpoch).limit(items).toList());
    }

    /// Sets value inputs and estimate.
    @Transactional
    public void describe(
            Backlog backlog, int number, int value, int timeCriticality, int estimate) {
        database.update(
                "update item set value = :value, time_criticality = :urgency, estimate ="
                        + " :estimate where id = :id",
                update ->
                        update.bind("value", value)
                                .bind("urgency", timeCriticality)
                                .bind("estimate", estimate)
                                .bind("id", backlog.item(number)));
        scoring.rescore(backlog.product(), List.of(backlog.item(number)));
    }

    /// Sets value inputs of all items, so that the order by score differs from the present one.
    @Transactional
    @TransactionConfiguration(timeout = 60)
    public void describeAll(Backlog backlog) {
        database.update(
                """
                update item set value = number * 7919 % 21, time_criticality = number * 104729 % 21,
                    estimate = 1 + number * 1299709 % 19
                where product_id = :product
                """,
                update -> update.bind("product", backlog.product()));
        scoring.rescore(backlog.product(), backlog.items());
    }

    @Transactional
    public void drop(Backlog backlog, int number) {
        database.update(
                "update item set status = 'DROPPED' where id = :id",
                update -> update.bind("id", backlog.item(number)));
    }

    /// Stores work on items, as received from sprint-service.
    @Transactional
    public void work(Backlog backlog, String status, int... numbers) {
        for (var number : numbers) {
            database.update(
                    """
                    insert into item_work (id, epoch, version, product_id, status, deleted)
                    values (:id, 1, 1, :product, :status, false)
                    on conflict (id) do update set status = excluded.status, version = item_work.version + 1
                    """,
                    update ->
                            update.bind("id", backlog.item(number))
                                    .bind("product", backlog.product())
                                    .bind("status", status));
        }
    }

    /// Creates an item, with or without a place.
    @Transactional
    public String rankOfNewItem(Backlog backlog, int number, Optional<ItemPlacement.Place> place) {
        var id = insertItem(backlog, number);
        return placement.place(grant(backlog), id, number, place);
    }

    private static Grant grant(Backlog backlog) {
        return new Grant(
                backlog.product(), backlog.key(), Set.of(Role.OWNER), EventContext.system("test"));
    }

    private UUID insertItem(Backlog backlog, int number) {
        var id = UuidCreator.getTimeOrderedEpoch();
        database.update(
                """
                insert into item (id, product_id, number, key, type, title, acceptance_criteria, labels,
                    status, version, created_at, created_by)
                values (:id, :product, :number, :key, 'STORY', 'An item', '[]', '{}', 'NEW', 1, now(), 'test')
                """,
                update ->
                        update.bind("id", id)
                                .bind("product", backlog.product())
                                .bind("number", number)
                                .bind("key", backlog.key() + "-" + number));
        return id;
    }

    private void addMembers(Backlog backlog) {
        database.update(
                """
                insert into product (id, key, name, status, version, deleted, created_at)
                values (:id, :key, :key, 'ACTIVE', 1, false, now())
                """,
                update -> update.bind("id", backlog.product()).bind("key", backlog.key()));
        for (var role : Role.values()) {
            database.update(
                    """
                    insert into membership (id, product_id, subject, roles, version, deleted, granted_at)
                    values (:id, :product, :subject, array[:role], 1, false, now())
                    """,
                    update ->
                            update.bind("id", UuidCreator.getTimeOrderedEpoch())
                                    .bind("product", backlog.product())
                                    .bind("subject", backlog.member(role.name()))
                                    .bind("role", role.name()));
        }
    }

    private void addItems(Backlog backlog) {
        var ranks =
                LongStream.rangeClosed(1, backlog.items().size()).mapToObj(FirstRank::of).toList();
        database.update(
                """
                with born as (
                    insert into item (id, product_id, number, key, type, title, acceptance_criteria, labels,
                        status, version, created_at, created_by)
                    select id, :product, number, :key || '-' || number, 'STORY', 'An item', '[]', '{}', 'NEW',
                        1, now(), 'test'
                    from unnest(:items) with ordinality as named (id, number))
                insert into item_rank (item_id, product_id, rank)
                select id, :product, rank
                from unnest(:items, :ranks) as named (id, rank)
                """,
                update ->
                        update.bind("product", backlog.product())
                                .bind("key", backlog.key())
                                .bind("items", SqlArray.uuids(backlog.items()))
                                .bind("ranks", SqlArray.texts(ranks)));
    }
}
