package dev.steward.platform.access;

/// What a member is in a product. One may be several; the highest cell counts.
public enum Role {
    OWNER,
    MANAGER,
    SCRUM_MASTER,
    DEVELOPER,
    STAKEHOLDER
}
