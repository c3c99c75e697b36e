-- Whether an item shows how far the work on it is, or that it is out, and not its own status: with that the index of the
-- next migration finds the few that are READY among all that were ready once. Only a help for that index, and kept by the
-- database, so that an older version keeps it too; what was there before is filled by the application, in steps. Where it
-- is false without reason a list costs more; where it were true without reason the list would lack the item.
alter table item add column shows_work boolean not null default false;

create function tell_item_of_work() returns trigger language plpgsql as $$
declare
    about uuid := (coalesce(to_jsonb(new), to_jsonb(old)) ->> tg_argv[0])::uuid;
    shows boolean;
begin
    -- Work and release at once: whoever is second sees what the first one has done.
    perform 1 from item where id = about for no key update;
    shows := exists (select from item_work where id = about and status <> 'NONE')
        or exists (select from item_release where item_id = about and status = 'RELEASED');
    if exists (select from item where id = about and shows_work <> shows) then
        update item set shows_work = shows where id = about;
    end if;
    return null;
end $$;

create trigger item_shows_work after insert or update of status or delete on item_work
    for each row execute function tell_item_of_work('id');
-- Not of what is only planned: who plans a release waits for nobody's edit.
create trigger item_shows_release after insert on item_release
    for each row when (new.status = 'RELEASED') execute function tell_item_of_work('item_id');
create trigger item_shows_change_of_release after update of status on item_release
    for each row when (old.status <> new.status) execute function tell_item_of_work('item_id');
create trigger item_shows_end_of_release after delete on item_release
    for each row when (old.status = 'RELEASED') execute function tell_item_of_work('item_id');
