-- What an import says of its file, so that nothing of it goes without a word.
alter table import_job add column unused_columns text[] not null default '{}';

-- A warning: the row is taken all the same.
alter table import_error add column severity text not null default 'ERROR';

-- Bytes of the row as it is kept: a chunk ends early where rows are large.
alter table import_row add column size int not null default 1000;
