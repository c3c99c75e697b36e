package dev.steward.bench.figure;

import dev.steward.bench.SystemUnderTest;
import dev.steward.bench.report.Finding;
import java.util.List;

/// One of the figures of the targets: how it is measured on the running system.
public interface Figure {

    /// `B1`
    String id();

    List<Finding> measure(SystemUnderTest steward);
}
