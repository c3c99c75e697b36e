package dev.steward.feedback.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "a@b\u00fccher.example, a@xn--bcher-kva.example",
        "A@B\u00dcCHER.example, a@XN--bcher-kva.EXAMPLE",
        "a@bu\u0308cher.example, a@b\u00fccher.example",
        "j\u00d6rg@example.org, jo\u0308rg@Example.org",
        "a@\u4f8b\u3048.\u30c6\u30b9\u30c8, a@xn--r8jz45g.xn--zckzah",
        "a@\u039f\u0394\u039f\u03a3.example, a@\u03bf\u03b4\u03bf\u03c3.example",
        "' a@x.example ', A@x.example"
    })
    void isOneMailboxHoweverItIsWritten(String one, String other) {
        assertThat(EmailAddress.of(one)).isEqualTo(EmailAddress.of(other));
    }

    /// By IDNA 2003 `stra\u00dfe` is `strasse`, by IDNA 2008 it is a domain of its own: treating
    /// them as one could send somebody's mail to a stranger.
    @ParameterizedTest
    @CsvSource({
        "a@stra\u00dfe.example, a@strasse.example",
        "a@STRA\u1e9eE.example, a@strasse.example",
        "a@\u03b2\u03cc\u03bb\u03bf\u03c2.example, a@\u03b2\u03cc\u03bb\u03bf\u03c3.example",
        "a@ab\u200dc.example, a@abc.example",
        "a@b.example, b@b.example"
    })
    void differsFromASimilarAddress(String one, String other) {
        assertThat(EmailAddress.of(one)).isNotEqualTo(EmailAddress.of(other));
    }

    @Test
    void isStoredAsWrittenInItsOwnScript() {
        assertThat(EmailAddress.storedForm("Ida@X.Example")).isEqualTo("Ida@X.Example");
        assertThat(EmailAddress.storedForm("Ida@B\u00dcCHER.example"))
                .isEqualTo("Ida@b\u00fccher.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b\u00fccher.example", "a@xn--bcher-kva.example"})
    void isFoundInEitherSpelling(String written) {
        assertThat(EmailAddress.of(written).spellings())
                .containsExactly("a@xn--bcher-kva.example", "a@b\u00fccher.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "@", "a@", "@b", "a@..", "a@b..c"})
    void acceptsAnyText(String text) {
        assertThat(EmailAddress.of(text)).isEqualTo(EmailAddress.of(text));
        assertThat(EmailAddress.of(text).spellings()).isNotEmpty();
        assertThat(EmailAddress.storedForm(text)).isEqualTo(text);
    }
}
