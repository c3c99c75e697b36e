package dev.steward.local.oidc;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The people who exist locally. What they may do in a product is the product's business: only the
/// administrator of the platform is known by the token.
public enum Person {
    OLIVIA("Olivia Owner", "owner"),
    MAX("Max Manager", "manager"),
    DANA("Dana Developer", "developer"),
    SAM("Sam Scrum", "scrum-master"),
    STELLA("Stella Stakeholder", "stakeholder"),
    OTTO("Otto Outsider", "outsider"),
    ADA("Ada Admin", "admin");

    private final String fullName;
    private final String role;

    Person(String fullName, String role) {
        this.fullName = fullName;
        this.role = role;
    }

    public String subject() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String fullName() {
        return fullName;
    }

    /// The word for what this person usually is in a product.
    public String role() {
        return role;
    }

    public String email() {
        return subject() + "@example.org";
    }

    /// Everything a token says about the person, but for the subject.
    public Map<String, Object> claims() {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("name", fullName);
        claims.put("preferred_username", subject());
        claims.put("email", email());
        claims.put("locale", "en");
        claims.put("zoneinfo", "Europe/Berlin");
        claims.put("groups", this == ADA ? List.of("admin") : List.of());
        return claims;
    }

    /// By subject or by role: `olivia` and `owner` are the same person.
    public static Optional<Person> named(String word) {
        var wanted = word.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(person -> person.subject().equals(wanted) || person.role.equals(wanted))
                .findFirst();
    }

    /// All of them for a message: `olivia (owner), max (manager) …`.
    public static String everybody() {
        return Arrays.stream(values())
                .map(person -> person.subject() + " (" + person.role + ")")
                .collect(Collectors.joining(", "));
    }
}
