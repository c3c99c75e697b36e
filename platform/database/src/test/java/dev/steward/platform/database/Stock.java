package dev.steward.platform.database;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class Stock {

    @Id String name;
    int pieces;

    protected Stock() {}

    Stock(String name, int pieces) {
        this.name = name;
        this.pieces = pieces;
    }
}
