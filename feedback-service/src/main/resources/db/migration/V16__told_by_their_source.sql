-- Sources were let say that they tell their people themselves (`tells_people`) before they could read whom to tell: those
-- people were told by nobody. Nothing that was written there counts any more: an older version still writes it, this one
-- neither reads nor writes it. What counts is this column, which is set once a source can read its events.
alter table source add column hands_over boolean not null default false;
