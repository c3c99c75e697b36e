package dev.steward.backlog.release;

import dev.steward.platform.access.Access;
import dev.steward.platform.access.Grant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Reads releases with their items, if the caller may see them.
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

    /// The caller's rights in the release's product.
    ///
    /// @throws ReleaseNotFound also when the caller is no member of it
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
