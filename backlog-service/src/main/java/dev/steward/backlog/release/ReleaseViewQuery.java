package dev.steward.backlog.release;

import dev.steward.platform.access.Access;
import dev.steward.platform.access.Grant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Releases with what is in them, for those who may see them.
@ApplicationScoped
class ReleaseViewQuery {

    private final Access access;
    private final Releases releases;
    private final ReleasableItems items;

    ReleaseViewQuery(Access access, Releases releases, ReleasableItems items) {
        this.access = access;
        this.releases = releases;
        this.items = items;
    }

    /// What the caller is in the release's product.
    ///
    /// @throws ReleaseNotFound also where that is nothing
    Grant grant(UUID id) {
        return access.to(releases.productOf(id), ReleaseNotFound::new);
    }

    ReleaseView now(UUID id) {
        return view(releases.findByIdOptional(id).orElseThrow(ReleaseNotFound::new));
    }

    ReleaseView view(Release release) {
        return ReleaseView.of(release, items.of(release.itemIds()));
    }
}
