package dev.steward.bench;

import java.util.List;

/// One of the figures of the targets: how it is measured on the running system.
interface Figure {

    /// `B1`
    String id();

    List<Finding> measure(Site site);
}
