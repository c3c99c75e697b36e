package dev.steward.platform.testing.offenders;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/// A planted offender: an entity that anybody may change.
@Entity
public class OpenEntity {
    @Id public long id;
}
