package dev.rapport.examples.hostadapter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A subscription of an account; most accounts have several at once. */
record Subscription(
        String id,
        String accountId,
        LocalDate startedOn,
        @Nullable LocalDate endedOn,
        String tier,
        int seats,
        BigDecimal yearlyDollars,
        boolean trial,
        boolean flaggedChurned,
        String billing,
        boolean autoRenews,
        List<FeatureUse> uses) {}
