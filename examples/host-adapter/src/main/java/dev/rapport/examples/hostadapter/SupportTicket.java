package dev.rapport.examples.hostadapter;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A ticket as the help desk exports it. */
record SupportTicket(
        String id,
        String accountId,
        LocalDate submittedOn,
        @Nullable LocalDateTime closedAt,
        double resolutionHours,
        String priority,
        double firstResponseMinutes,
        @Nullable Double satisfaction,
        boolean escalated) {}
