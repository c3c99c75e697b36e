package dev.steward.system.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Java's own `assert` says nothing when it fails, and nothing at all where it is switched off.
class AssertionsTest {

    private static final Pattern BARE = Pattern.compile("^\\s*assert\\b.*;", Pattern.MULTILINE);

    @Test
    void areThoseOfAssertJ() {
        assertThat(Sources.files(".java"))
                .filteredOn(file -> BARE.matcher(Sources.read(file)).find())
                .isEmpty();
    }

    @Test
    void aBareOneIsFound() {
        assertThat("        assert event.version() == 2;").containsPattern(BARE);
    }
}
