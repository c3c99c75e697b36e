package dev.steward.backlog.product;

enum ProductStatus {
    ACTIVE
}
