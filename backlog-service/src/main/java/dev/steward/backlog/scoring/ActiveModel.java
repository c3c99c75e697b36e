package dev.steward.backlog.scoring;

import dev.steward.platform.web.IfMatch;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/// The one model of a product that drives its scores. A product is born with the usual one, at
/// version 0: nobody has chosen it.
@Entity
@Table(name = "scoring_model")
class ActiveModel {

    @Id
    @Column(name = "product_id")
    private UUID productId;

    private long version;

    @Convert(converter = ModelDefinitionJson.class)
    private ModelDefinition definition;

    protected ActiveModel() {}

    private ActiveModel(UUID productId) {
        this.productId = productId;
        this.definition = ModelDefinition.USUAL;
    }

    static ActiveModel bornWith(UUID productId) {
        return new ActiveModel(productId);
    }

    UUID productId() {
        return productId;
    }

    long version() {
        return version;
    }

    ModelDefinition definition() {
        return definition;
    }

    ScoringModel model() {
        return definition.toModel();
    }

    /// @param complete with everything filled in
    ScoringModelChanged replaceWith(ModelDefinition complete, IfMatch seen) {
        seen.check(version);
        var before = definition;
        definition = complete;
        version++;
        return new ScoringModelChanged(productId, version, before, definition);
    }
}
