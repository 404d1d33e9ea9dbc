package dev.rapport.examples.hostadapter;

import java.time.LocalDate;

/** An entry of the host's churn log. */
record ChurnEvent(
        String id, String accountId, LocalDate churnedOn, String reason, boolean reactivation, String feedback) {}
