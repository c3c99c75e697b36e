package dev.steward.sprint.team;

/// Texts and examples about teams for the API document.
final class TeamExamples {

    static final String PRODUCT = "Id or key of the product.";

    static final String PROFILE =
            """
            {"name": "Checkout", "timeZone": "Europe/Berlin",
             "workingDays": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"],
             "members": [{"subject": "dana", "hoursPerDay": 8, "focus": 0.8}]}\
            """;

    static final String PATCH =
            """
            {"name": "Checkout and payment"}\
            """;

    static final String TEAM =
            """
            {"id": "019a2f4e-6b1c-7d3e-8f50-a1b2c3d4e5f6", "productId": "019a2f4e-0c9d-7a11-9e42-0f1e2d3c4b5a",
             "name": "Checkout", "timeZone": "Europe/Berlin",
             "workingDays": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"],
             "members": [{"subject": "dana", "name": "Dana Developer", "hoursPerDay": 8, "focus": 0.8}],
             "createdAt": "2026-01-15T09:30:00Z", "version": 1}\
            """;

    static final String PAGE = "{\"items\": [" + TEAM + "], \"page\": {\"limit\": 50}}";

    private TeamExamples() {}
}
