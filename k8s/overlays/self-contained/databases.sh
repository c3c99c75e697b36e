#!/usr/bin/env bash
# Run once by PostgreSQL's image, on an empty data directory: one database per service with two roles.
# The owner migrates; the application may use the schema, and its rights on tables come from the
# migrations. ./steward up does the same for the embedded PostgreSQL.
set -euo pipefail

provision() {
    psql --username "$POSTGRES_USER" --dbname postgres --no-psqlrc --quiet \
        -v ON_ERROR_STOP=1 -v name="$1" -v owner="$1_owner" -v app="$1_app" \
        -v owner_password="$2" -v app_password="$3" <<'SQL'
create role :"owner" login nosuperuser nocreatedb nocreaterole noreplication password :'owner_password';
create role :"app" login nosuperuser nocreatedb nocreaterole noreplication password :'app_password';
create database :"name" owner :"owner";
revoke all on database :"name" from public;
grant connect on database :"name" to :"app";
alter database :"name" set timezone to 'UTC';
\connect :name
alter schema public owner to :"owner";
revoke all on schema public from public;
grant usage on schema public to :"app";
create extension if not exists pg_trgm;
create extension if not exists unaccent;
SQL
}

provision backlog "$STEWARD_BACKLOG_OWNER_PASSWORD" "$STEWARD_BACKLOG_APP_PASSWORD"
provision sprint "$STEWARD_SPRINT_OWNER_PASSWORD" "$STEWARD_SPRINT_APP_PASSWORD"
provision feedback "$STEWARD_FEEDBACK_OWNER_PASSWORD" "$STEWARD_FEEDBACK_APP_PASSWORD"

# Nobody but the superuser has business in the maintenance databases.
psql --username "$POSTGRES_USER" --dbname postgres --no-psqlrc --quiet -v ON_ERROR_STOP=1 \
    -c 'revoke connect on database postgres, template1 from public'
