package dev.steward.sprint.work;

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
public class Works implements PanacheRepositoryBase<Work, UUID> {

    /// In the order of their ids, as they are locked: two of these at once do not block each other
    /// for good.
    private static final String BEGIN =
            """
            insert into work (item_id, product_id, status, item_epoch, item_version, version)
            select i.id, i.product_id, 'NONE', 0, 0, 0 from item i
            where i.id = any (cast(?1 as uuid[])) order by i.id on conflict do nothing
            """;

    /// The work on items, locked until the transaction ends; each has one from now on.
    public Map<UUID, Work> locked(Collection<Item> items) {
        var ids = items.stream().map(Item::id).toList();
        begin(ids);
        return lockedOf(ids);
    }

    /// What nobody has touched has work from now on: something to lock.
    public void begin(List<UUID> ids) {
        getEntityManager()
                .createNativeQuery(BEGIN)
                .setParameter(1, ids.stream().map(UUID::toString).toArray(String[]::new))
                .executeUpdate();
    }

    /// Of those of the items that have any.
    public Map<UUID, Work> lockedOf(Collection<UUID> items) {
        return find("itemId in ?1 order by itemId", items)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .stream()
                .collect(Collectors.toMap(Work::itemId, Function.identity()));
    }

    /// As it is now, not locked.
    public Work of(Item item) {
        return findByIdOptional(item.id()).orElseGet(() -> Work.none(item.id(), item.productId()));
    }

    /// The sprints that items are in, without reading the work: it is read under its lock.
    public List<UUID> sprintsOf(Collection<UUID> items) {
        return find(
                        "select distinct sprintId from Work where itemId in ?1 and sprintId is not null",
                        items)
                .project(UUID.class)
                .list();
    }

    /// Which of the items anybody has touched.
    public List<UUID> touched(Collection<UUID> items) {
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
