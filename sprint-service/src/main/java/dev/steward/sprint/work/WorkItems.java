package dev.steward.sprint.work;

import dev.steward.platform.database.Database;
import dev.steward.platform.database.SqlArray;
import dev.steward.sprint.item.Item;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The work on all items.
@ApplicationScoped
public class WorkItems implements PanacheRepositoryBase<Work, UUID> {

    /// In the order of the ids, as the rows are locked too, so that two statements never deadlock.
    private static final String CREATE_MISSING =
            """
            insert into work (item_id, product_id, status, item_epoch, item_version, version)
            select i.id, i.product_id, 'NONE', 0, 0, 0 from item i
            where i.id = any (:items) order by i.id on conflict do nothing
            """;

    private final Database database;

    WorkItems(Database database) {
        this.database = database;
    }

    /// The work on items, created where it is missing, and locked until the transaction ends.
    public Map<UUID, Work> lockOrCreate(Collection<Item> items) {
        var ids = items.stream().map(Item::id).toList();
        createMissing(ids);
        return lock(ids);
    }

    /// Creates the rows that are missing, so that there is something to lock.
    public void createMissing(List<UUID> ids) {
        database.update(CREATE_MISSING, insert -> insert.bind("items", SqlArray.uuids(ids)));
    }

    /// Locks the work on those of the items that have any, until the transaction ends.
    public Map<UUID, Work> lock(Collection<UUID> items) {
        return find("itemId in ?1 order by itemId", items)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .stream()
                .collect(Collectors.toMap(Work::itemId, Function.identity()));
    }

    /// The current work on an item, not locked.
    public Work of(Item item) {
        return findByIdOptional(item.id()).orElseGet(() -> Work.none(item.id(), item.productId()));
    }

    /// The sprints that items are in. Does not load the work, which is read under its lock later.
    public List<UUID> sprintsOf(Collection<UUID> items) {
        return find(
                        "select distinct sprintId from Work where itemId in ?1 and sprintId is not null",
                        items)
                .project(UUID.class)
                .list();
    }

    /// Which of the items are in a sprint or have a work status other than NONE.
    public List<UUID> findActive(Collection<UUID> items) {
        return find(
                        "select itemId from Work where itemId in ?1 and (sprintId is not null or status <> ?2)",
                        items,
                        WorkStatus.NONE)
                .project(UUID.class)
                .list();
    }

    public Optional<UUID> sprintOf(UUID item) {
        return sprintsOf(List.of(item)).stream().findFirst();
    }
}
