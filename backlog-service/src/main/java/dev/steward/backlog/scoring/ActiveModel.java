package dev.steward.backlog.scoring;

import static java.util.Objects.requireNonNull;

import dev.steward.backlog.job.JobView;
import dev.steward.backlog.scoring.model.ModelDefinition;
import dev.steward.backlog.scoring.model.ScoringModel;
import dev.steward.platform.web.conditional.IfMatch;
import dev.steward.platform.web.problem.Conflict;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The scoring model that drives a product's scores. A product starts with the default model, at
/// version 0.
@Entity
@Table(name = "scoring_model")
public class ActiveModel {

    @Id
    @Column(name = "product_id")
    private UUID productId;

    private long version;

    @Convert(converter = ModelDefinitionJson.class)
    private ModelDefinition definition;

    @Convert(converter = ModelDefinitionJson.class)
    @Column(name = "next_definition")
    private @Nullable ModelDefinition next;

    @Column(name = "job_id")
    private @Nullable UUID jobId;

    protected ActiveModel() {}

    private ActiveModel(UUID productId) {
        this.productId = productId;
        this.definition = ModelDefinition.DEFAULT;
    }

    static ActiveModel defaultFor(UUID productId) {
        return new ActiveModel(productId);
    }

    UUID productId() {
        return productId;
    }

    public long version() {
        return version;
    }

    public ModelDefinition definition() {
        return definition;
    }

    public ScoringModel model() {
        return definition.toModel();
    }

    /// The model that a job is preparing to become the active one.
    record Next(UUID job, ScoringModel model) {}

    Optional<Next> next() {
        return next == null || jobId == null
                ? Optional.empty()
                : Optional.of(new Next(jobId, next.toModel()));
    }

    /// Checks that the model can be replaced.
    ///
    /// @throws ScoringBusy while a job replaces it
    public void check(IfMatch seen) {
        if (jobId != null) {
            throw new ScoringBusy(jobId);
        }
        seen.check(version);
    }

    /// @param complete with all defaults filled in
    public void prepare(ModelDefinition complete, UUID job) {
        next = complete;
        jobId = job;
    }

    public void clearNext() {
        next = null;
        jobId = null;
    }

    /// Makes the prepared model the active one.
    public ScoringModelChanged switchToNext() {
        var changed = replaceWith(requireNonNull(next, "no model was prepared"));
        clearNext();
        return changed;
    }

    /// @param complete with everything filled in
    public ScoringModelChanged replaceWith(ModelDefinition complete) {
        var before = definition;
        definition = complete;
        version++;
        return new ScoringModelChanged(productId, version, before, definition);
    }

    /// A job is already replacing the scoring model.
    static final class ScoringBusy extends Conflict {

        ScoringBusy(UUID job) {
            super(
                    "scoring-busy",
                    "Another scoring model is being put in place: ask again in a second.");
            fact("job", JobView.pathOf(job));
        }

        @Override
        protected boolean passes() {
            return true;
        }
    }
}
