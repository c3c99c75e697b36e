package dev.steward.feedback.contact;

import static java.util.stream.Collectors.toMap;

import dev.steward.feedback.identity.EmailAddress;
import dev.steward.feedback.identity.ExternalId;
import dev.steward.platform.database.Database;
import dev.steward.platform.database.Json;
import dev.steward.platform.database.SqlArray;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The contacts of all products.
@ApplicationScoped
class Contacts implements PanacheRepositoryBase<Contact, UUID> {

    private static final String BY_EXTERNAL_ID =
            """
            select e.system, e.external_id, e.contact_id from contact_external_id e
            join jsonb_to_recordset(:ids::jsonb) as r (system text, id text)
                on e.system = r.system and e.external_id = r.id
            where e.product_id = :product
            """;

    /// Where several contacts have the address, the oldest.
    private static final String BY_ADDRESS =
            """
            select distinct on (lower(email)) lower(email) as address, id from contact
            where product_id = :product and lower(email) = any (:spellings) order by lower(email), id
            """;

    private static final String INSERT =
            """
            insert into contact (id, product_id, version, name, email, customer_id, opt_out, created_at)
            select id, :product, version, name, email, "customerId", "optOut", "createdAt"
            from jsonb_to_recordset(:rows::jsonb) as r (id uuid, version bigint, name text, email text, "customerId" uuid,
                "optOut" boolean, "createdAt" timestamptz)
            """;

    private static final String LOCK =
            "select id from contact where id = any (:ids) order by id for no key update";
    private static final String SAVE_IDS =
            """
            insert into contact_external_id (product_id, system, external_id, contact_id)
            select :product, system, id, "contactId"
            from jsonb_to_recordset(:rows::jsonb) as r (system text, id text, "contactId" uuid)
            on conflict (product_id, system, external_id) do nothing
            """;

    private static final String LOCK_VOICES =
            """
            with family as (
                select m.id, m.contact_id from feedback f join feedback m on m.root_id = f.root_id where f.id = :feedback)
            select id from contact where id in (
                select contact_id from family
                union all
                select v.contact_id from vote v join family on v.feedback_id = family.id)
            order by id for share
            """;

    private record NewId(String system, String id, UUID contactId) {}

    private final Database database;

    Contacts(Database database) {
        this.database = database;
    }

    /// New ones, all in one statement: a batch may bring thousands.
    void insert(UUID productId, Collection<Contact> contacts) {
        if (!contacts.isEmpty()) {
            var rows =
                    new Json(
                            contacts.stream()
                                    .map(contact -> ContactView.of(contact, true))
                                    .toList());
            database.update(INSERT, insert -> insert.bind("product", productId).bind("rows", rows));
        }
    }

    /// The contacts that have one of the external ids.
    Map<ExternalId, UUID> byExternalId(UUID productId, Collection<ExternalId> ids) {
        return database.query(
                BY_EXTERNAL_ID,
                query ->
                        query.bind("ids", new Json(ids))
                                .bind("product", productId)
                                .collectRows(
                                        toMap(
                                                ExternalId::of,
                                                row -> row.getColumn("contact_id", UUID.class))));
    }

    /// The contacts that have one of the addresses, in any spelling.
    Map<EmailAddress, UUID> byAddress(UUID productId, Collection<EmailAddress> addresses) {
        var spellings =
                addresses.stream().flatMap(address -> address.spellings().stream()).toList();
        return spellings.isEmpty()
                ? Map.of()
                : database.query(
                        BY_ADDRESS,
                        query ->
                                query.bind("product", productId)
                                        .bind("spellings", SqlArray.texts(spellings))
                                        .collectRows(
                                                toMap(
                                                        row ->
                                                                EmailAddress.of(
                                                                        row.getColumn(
                                                                                "address",
                                                                                String.class)),
                                                        row -> row.getColumn("id", UUID.class),
                                                        (one, other) ->
                                                                one.compareTo(other) < 0
                                                                        ? one
                                                                        : other)));
    }

    Contact get(UUID id) {
        return findByIdOptional(id).orElseThrow(ContactNotFound::new);
    }

    /// The product of a contact. Does not load the contact, which a change reads later.
    UUID productOf(UUID id) {
        return find("select productId from Contact where id = ?1", id)
                .project(UUID.class)
                .firstResultOptional()
                .orElseThrow(ContactNotFound::new);
    }

    Contact lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(ContactNotFound::new);
    }

    /// In the order of ids, which prevents deadlocks. Until the transaction ends nobody else
    /// changes the contacts or their votes.
    List<Contact> lock(Collection<UUID> ids) {
        var locked =
                database.query(
                        LOCK,
                        query -> query.bind("ids", SqlArray.uuids(ids)).mapTo(UUID.class).list());
        return getSession().findMultiple(Contact.class, locked);
    }

    /// Locks all contacts that submitted or voted for an entry or one merged with it, until the
    /// transaction ends.
    List<UUID> lockVoices(UUID feedback) {
        return database.query(
                LOCK_VOICES, query -> query.bind("feedback", feedback).mapTo(UUID.class).list());
    }

    void saveIds(UUID productId, Map<ExternalId, UUID> ids) {
        var rows =
                ids.entrySet().stream()
                        .map(id -> new NewId(id.getKey().system(), id.getKey().id(), id.getValue()))
                        .toList();
        database.update(
                SAVE_IDS, update -> update.bind("product", productId).bind("rows", new Json(rows)));
    }
}
