package dev.steward.system.attack;

import java.util.List;
import java.util.Random;
import java.util.UUID;

/// Values that no careful client sends, as JSON and as text.
final class OddValues {

    /// Where a value of JSON belongs that cannot be written with a JSON library.
    private static final List<String> JSON =
            List.of(
                    "null",
                    "true",
                    "false",
                    "[]",
                    "{}",
                    "[null]",
                    "[[]]",
                    "{\"a\":null}",
                    "{\"\":\"\"}",
                    "{\"a\\u0000\":\"v\"}",
                    "{\"a\\ud83d\":\"v\"}",
                    "[1,\"a\",null,{}]",
                    "0",
                    "-0",
                    "-1",
                    "1",
                    "3",
                    "0.1",
                    "1.0",
                    "1e3",
                    "1e400",
                    "1e99999",
                    "-1e99999",
                    "1e-99999",
                    "0.00000000001",
                    "2147483648",
                    "-2147483649",
                    "9007199254740993",
                    "9223372036854775808",
                    "123456789012345678901234567890123456789012345678901",
                    "[0]",
                    "[\"\"]",
                    "[\"a\",\"a\"]",
                    "[{}]",
                    "[[[[[[]]]]]]",
                    // No JSON at all.
                    "NaN",
                    "Infinity",
                    "01",
                    "+1",
                    ".5",
                    "'a'",
                    "tru",
                    "\"\\x41\"",
                    "\"a\nb\"",
                    "[1,]",
                    "{\"a\":1,\"a\":2}",
                    "\"\\u00\"");

    /// As they stand between the quotes of JSON.
    private static final List<String> TEXTS =
            List.of(
                    "",
                    " ",
                    "\\u0000",
                    "a\\u0000b",
                    "\\ud83d",
                    "a\\ude00",
                    "\\ude00\\ud83d",
                    "e\\u0301",
                    "\\u00a0",
                    "\\u200b\\u200d",
                    "\\u202eabc",
                    "\\ufeff",
                    "\\uffff",
                    "\\u0007",
                    "\\r\\nX-Odd: 1",
                    "\\n2026-01-01 ERROR forged",
                    "\\ud83d\\ude00",
                    "null",
                    "true",
                    "0",
                    "-1",
                    "1e99999",
                    "NaN",
                    "EPIC",
                    "epic",
                    "READY,NEW",
                    "' or 1=1 --",
                    "\\\\",
                    "\\\"",
                    "%00",
                    "%",
                    "_",
                    "../../etc/passwd",
                    "<script>",
                    "${jndi:ldap://x}",
                    "=1+1",
                    "@olivia",
                    "2026-01-31",
                    "2026-02-30",
                    "0000-02-03",
                    "-999999999-01-01",
                    "+5874898-01-01",
                    "9999-12-31",
                    "2026-01-31T09:30:00Z",
                    "2026-01-31T09:30:00+0100",
                    "2026-01-31T24:00:00Z",
                    "0001-01-01T00:00:00Z",
                    "+1000000-01-01T00:00:00Z",
                    "P1D",
                    "zzzzzzzz-zzzz-zzzz-zzzz-zzzzzzzzzzzz",
                    "1-1-1-1-1",
                    "00000000-0000-0000-0000-000000000000",
                    "SHOP-1",
                    "SHOP-99999999999999999999",
                    "US/Pacific",
                    "Mars/Phobos",
                    "GMT+25:00",
                    "a@b",
                    "mailto:a@b.example",
                    "a@b\\u0000.example",
                    "http://[",
                    "http://a b",
                    "javascript:alert(1)",
                    "stw_",
                    "ſ",
                    "İ",
                    "ß",
                    "１２",
                    "𝟙");

    private final Random random;

    OddValues(Random random) {
        this.random = random;
    }

    /// One value of JSON, or what pretends to be.
    String json() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> any(JSON);
            case 3 -> "\"" + repeated() + "\"";
            case 4 -> "[" + "[".repeat(random.nextInt(90)) + "]".repeat(90) + "]";
            case 5 -> list();
            default -> "\"" + any(TEXTS) + "\"";
        };
    }

    /// A text with the escapes of JSON resolved, for whoever encodes it in another way.
    String text() {
        return random.nextInt(8) == 0 ? repeated() : unescaped(any(TEXTS));
    }

    private String repeated() {
        var unit = any(List.of("x", "é", "😀", "a ", "\\u0301", "[", "9"));
        return unit.repeat(any(List.of(20, 51, 251, 301, 1_001, 5_000, 20_001)));
    }

    private String list() {
        var id = UUID.randomUUID().toString();
        var element =
                any(
                        List.of(
                                "\"x\"",
                                "\"" + id + "\"",
                                "1",
                                "{}",
                                "null",
                                "\"" + any(TEXTS) + "\""));
        return "[" + (element + ",").repeat(any(List.of(1, 20, 100, 501, 1_001))) + element + "]";
    }

    <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static String unescaped(String text) {
        return java.util.regex.Pattern.compile("\\\\u([0-9a-f]{4})|\\\\([rn\\\\\"])")
                .matcher(text)
                .replaceAll(match ->
                        java.util.regex.Matcher.quoteReplacement(
                                match.group(1) != null
                                        ? String.valueOf(
                                                (char) Integer.parseInt(match.group(1), 16))
                                        : switch (match.group(2)) {
                                            case "r" -> "\r";
                                            case "n" -> "\n";
                                            default -> match.group(2);
                                        }));
    }
}
