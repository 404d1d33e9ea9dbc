package dev.rapport.examples.hostadapter;

import java.time.LocalDate;

/** The use of one feature on one day. */
record FeatureUse(
        String id, String subscriptionId, LocalDate usedOn, String feature, int count, int seconds, int errors) {}
