package dev.steward.system.words;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// A package is a room that can be seen at a glance.
class PackagesTest {

    private static final long MOST_FILES = 25;

    @Test
    void areSmall() {
        var crowded =
                Sources.files(".java").stream().collect(groupingBy(Path::getParent, counting()));
        crowded.values().removeIf(files -> files <= MOST_FILES);

        assertThat(crowded).isEmpty();
    }
}
