package dev.steward.local.postgres;

/// One service's database: the owner is for migrations, the application role for everything else.
public record DatabaseCredentials(
        String url, String ownerUser, String ownerPassword, String appUser, String appPassword) {}
