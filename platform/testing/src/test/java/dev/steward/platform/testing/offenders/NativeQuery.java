package dev.steward.platform.testing.offenders;

import jakarta.persistence.EntityManager;

public class NativeQuery {

    private final EntityManager entities;

    NativeQuery(EntityManager entities) {
        this.entities = entities;
    }

    int forget() {
        return entities.createNativeQuery("delete from order_line").executeUpdate();
    }
}
