package dev.steward.feedback.contact;

import dev.steward.feedback.database.Row;
import dev.steward.feedback.database.Rows;
import dev.steward.feedback.database.Statements;
import dev.steward.feedback.identity.EmailAddress;
import dev.steward.feedback.identity.ExternalId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Reads and writes contacts.
@ApplicationScoped
class Contacts {

    private static final String BY_EXTERNAL_ID =
            """
            select e.system, e.external_id, e.contact_id from contact_external_id e
            join jsonb_to_recordset(?::jsonb) as r (system text, id text)
                on e.system = r.system and e.external_id = r.id
            where e.product_id = ?
            """;

    /// Where several contacts have the address, the oldest.
    private static final String BY_ADDRESS =
            """
            select distinct on (lower(email)) lower(email) as address, id from contact
            where product_id = ? and lower(email) = any (?::text[]) order by lower(email), id
            """;

    private static final String FIND =
            """
            select id, product_id, version, name, email, customer_id, opt_out, created_at from contact where id = ?
            """;
    private static final String LOCK =
            """
            select id, product_id, version, name, email, customer_id, opt_out, created_at from contact
            where id = any (?::uuid[]) order by id for no key update
            """;
    private static final String SAVE =
            """
            insert into contact (id, product_id, version, name, email, customer_id, opt_out, created_at)
            select id, "productId", version, name, email, "customerId", "optOut", "createdAt"
            from jsonb_to_recordset(?::jsonb) as r (id uuid, "productId" uuid, version bigint, name text, email text,
                "customerId" uuid, "optOut" boolean, "createdAt" timestamptz)
            on conflict (id) do update set version = excluded.version, name = excluded.name, email = excluded.email,
                customer_id = excluded.customer_id, opt_out = excluded.opt_out
            """;
    private static final String SAVE_IDS =
            """
            insert into contact_external_id (product_id, system, external_id, contact_id)
            select ?, system, id, "contactId"
            from jsonb_to_recordset(?::jsonb) as r (system text, id text, "contactId" uuid)
            on conflict (product_id, system, external_id) do nothing
            """;

    private static final String LOCK_VOICES =
            """
            with family as (
                select m.id, m.contact_id from feedback f join feedback m on m.root_id = f.root_id where f.id = ?)
            select id from contact where id in (
                select contact_id from family
                union all
                select v.contact_id from vote v join family on v.feedback_id = family.id)
            order by id for share
            """;

    private record NewId(String system, String id, UUID contactId) {}

    private final Statements statements;

    Contacts(Statements statements) {
        this.statements = statements;
    }

    /// The contacts that have one of the external ids.
    Map<ExternalId, UUID> byExternalId(UUID productId, Collection<ExternalId> ids) {
        return statements
                .list(
                        BY_EXTERNAL_ID,
                        row ->
                                Map.entry(
                                        new ExternalId(row.text("system"), row.text("external_id")),
                                        row.id("contact_id")),
                        new Rows(ids),
                        productId)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// The contacts that have one of the addresses, in any spelling.
    Map<EmailAddress, UUID> byAddress(UUID productId, Collection<EmailAddress> addresses) {
        var spellings =
                addresses.stream().flatMap(address -> address.spellings().stream()).toList();
        return spellings.isEmpty()
                ? Map.of()
                : statements
                        .list(
                                BY_ADDRESS,
                                row ->
                                        Map.entry(
                                                EmailAddress.of(row.text("address")), row.id("id")),
                                productId,
                                spellings)
                        .stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        Map.Entry::getValue,
                                        (one, other) -> one.compareTo(other) < 0 ? one : other));
    }

    Optional<Contact> find(UUID id) {
        return statements.first(FIND, Contacts::read, id);
    }

    /// In the order of ids, which prevents deadlocks. Until the transaction ends nobody else
    /// changes the contacts or their votes.
    List<Contact> lock(Collection<UUID> ids) {
        return statements.list(LOCK, Contacts::read, ids);
    }

    /// Locks all contacts that submitted or voted for an entry or one merged with it, until the
    /// transaction ends.
    List<UUID> lockVoices(UUID feedback) {
        return statements.list(LOCK_VOICES, row -> row.id("id"), feedback);
    }

    void save(Collection<Contact> contacts) {
        statements.execute(SAVE, new Rows(contacts));
    }

    void saveIds(UUID productId, Map<ExternalId, UUID> ids) {
        var rows =
                ids.entrySet().stream()
                        .map(id -> new NewId(id.getKey().system(), id.getKey().id(), id.getValue()))
                        .toList();
        statements.execute(SAVE_IDS, productId, new Rows(rows));
    }

    private static Contact read(Row row) throws SQLException {
        return new Contact(
                row.id("id"),
                row.id("product_id"),
                row.version(),
                row.textOrNull("name"),
                row.textOrNull("email"),
                row.idOrNull("customer_id"),
                row.flag("opt_out"),
                row.instant("created_at"));
    }
}
