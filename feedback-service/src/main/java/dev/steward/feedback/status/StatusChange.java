package dev.steward.feedback.status;

import dev.steward.feedback.entry.FeedbackStatus;
import java.util.UUID;

/// The status of an entry before and after something happens.
public record StatusChange(UUID feedbackId, FeedbackStatus before, FeedbackStatus after) {}
